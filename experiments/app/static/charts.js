// Charts: specifications from the server, drawn with the bundle of the installed vl-convert; sentences computed beside them.
import {element} from "./controls.js";
import {changeOfSkill, gapOfSkill} from "./skills.js";
import {COLOURS, W, difference, label, level, say, size, visible} from "./words.js";
import {caption} from "./wide.js";
import {working} from "./working.js";

export const GROUPS = {ends: ["ses_1", "ses_5"], all: ["all"], fifths: ["ses_1", "ses_2", "ses_3", "ses_4", "ses_5"]};

let drawer = null;
async function embed(box, spec) {
  drawer ??= working(import("/vega.js")).then(() => window.vegaEmbed);
  const made = await (await drawer)(box, spec, {actions: false, ast: true, renderer: "svg", tooltip: false, defaultStyle: false, logLevel: 1});
  // What a chart says stands beside it in words and in the table.
  box.querySelector("svg")?.setAttribute("aria-hidden", "true");
  return made.view;
}

export class Chart {
  constructor(name, spec, title, unit = "") {
    this.name = name;
    this.text = element("p", {});
    this.drawing = element("div", {class: "drawing", "aria-hidden": "true"});
    this.unit = element("small", {}, unit);
    this.box = element("article", {class: "chart", "data-chart": name}, element("h3", {}, title, " ", this.unit), this.text, this.drawing);
    this.drawn = {};
    this.inView = true;
    this.ready = embed(this.drawing, spec).then(view => (this.view = view));
    this.work = this.ready;
    onScreen.observe(this.box);
    this.box.chart = this;
  }

  // Newest data wins; what was asked for while drawing is drawn next.
  put(data, signals = {}) {
    this.next = {data: {...this.next?.data, ...data}, signals: {...this.next?.signals, ...signals}};
    this.work = this.work.then(() => this.turn()).then(() => this.run()).catch(error => console.error(error));
    return this.work;
  }

  // Those on the screen are drawn at once; the others when there is nothing else to do, or somebody scrolls to them.
  turn() {
    if (!this.next || this.inView) return null;
    return new Promise(resolve => { this.come = resolve; idle(resolve, {timeout: 1000}); });
  }

  seen(inView) {
    this.inView = inView;
    if (inView) this.come?.();
  }

  async run() {
    if (!this.next || this.over) return;
    const {data, signals} = this.next;
    this.next = null;
    for (const [name, value] of Object.entries(signals)) this.view.signal(name, value);
    for (const [name, rows] of Object.entries(data)) if (!same(rows, this.drawn[name])) this.view.data(name, this.drawn[name] = rows);
    if (!this.name.startsWith("week:")) this.view.resize(); // names of rows may have become longer
    await this.view.runAsync();
  }

  end() { this.over = true; onScreen.unobserve(this.box); this.ready.then(view => view.finalize()); this.box.remove(); }
}

const idle = window.requestIdleCallback ?? (then => setTimeout(then, 50));
const onScreen = new IntersectionObserver(found => { for (const one of found) one.target.chart.seen(one.isIntersecting); }, {rootMargin: "100px"});

// The dashed run stays while a hand is on a slider: what is the same is not drawn again.
function same(rows, before) {
  return rows.length === before?.length && rows.every((row, k) => Object.keys(row).every(key => row[key] === before[k][key]));
}

export const curveRows = (weekly, groups, until = Infinity) => groups.flatMap(group =>
  weekly[group].map((value, k) => ({week: k + 1, group, value})).filter(row => row.week <= until && row.value !== null));

// The band of luck, as far as its curve may be seen.
export const bandRows = (band, groups, until = Infinity) => !band ? [] : groups.flatMap(group =>
  band[group][0].map((low, k) => ({week: k + 1, group, low, high: band[group][1][k]})).filter(row => row.week <= until && row.low !== null));

export function ends(weekly, every, until) {
  const groups = every.filter(group => weekly[group][0] !== null);
  if (!groups.length) return [];
  const last = weekly[groups[0]].slice(0, until).length;
  if (!last || groups.length > 2) return last ? groups.map(group => ({week: last, group, value: weekly[group][last - 1], label: "", up: true})) : [];
  const order = [...groups].sort((a, b) => weekly[b][last - 1] - weekly[a][last - 1]);
  return groups.map(group => ({week: last, group, value: weekly[group][last - 1],
    label: groups.length > 1 ? W.short_groups[group] : "", up: order[0] === group}));
}

// One curve in words, at the week shown, against the dashed run; a skill's also for those who do not think in SD.
export function sentence(few, unit, weekly, ghost, groups, week, against, skill = null) {
  if (week < 1) return "";
  const [a, b] = [groups[0], groups.at(-1)], at = g => weekly[g][week - 1];
  const change = g => ghost?.[g]?.[week - 1] == null || at(g) === null ? 0 : at(g) - ghost[g][week - 1];
  const changed = [a, b].some(g => visible(change(g), unit));
  const part = g => changed && at(g) !== null ? ` (${difference(change(g), unit)}${changeOfSkill(skill, change(g), g, week)})` : "";
  const words = {week, a: W.groups[a], b: W.groups[b], level_a: level(at(a), unit), level_b: level(at(b), unit), change_a: part(a), change_b: part(b)};
  const first = say(a === b ? W.sentence_one : W.sentence_two, words);
  if (!ghost) return first;
  if (!changed) return `${first} ${say(W.no_difference, {against: W[`as_${against}`]})}`;
  return a === b || at(a) === null || at(b) === null ? first : `${first} ${few ? W.gap_few : gap(at(b) - at(a), change(b) - change(a), unit, against, skill)}`;
}

function gap(now, change, unit, against, skill) {
  const before = now - change, wider = Math.abs(now) - Math.abs(before);
  if (now * before < 0 && visible(now, unit) && visible(before, unit)) return say(W.gap_turned, {against: W[`as_${against}`]});
  if (!visible(wider, unit)) return say(W.gap_same, {against: W[`as_${against}`]});
  return say(wider > 0 ? W.gap_wider : W.gap_narrower, {size: size(wider, unit) + gapOfSkill(skill, wider), against: W[`as_${against}`]});
}

const LEAST_SPAN = {share: 0.1, SD: 0.4, "times ordinary": 0.2, "usual effort": 0.2};

// The ends of an upright axis: all that is drawn, and never so near that nothing looks like something.
export function axisEnds(seen, unit) {
  const known = seen.filter(value => value !== null);
  if (!known.length) return {low: 0, high: 1};
  const low = Math.min(...known), high = Math.max(...known), least = LEAST_SPAN[unit] ?? 0.1;
  const more = Math.max(0.14 * (high - low), (least - (high - low)) / 2);
  const [none, all] = unit === "share" ? [Math.min(0, low), Math.max(1, high)] : [-Infinity, Infinity]; // no share is below none
  return {low: Math.max(none, low - more), high: Math.min(all, high + more)};
}

// What the colours and lines of the charts are.
export function key(groups, against, flags) {
  const dot = g => { const i = element("i"); i.style.background = COLOURS[g]; return element("span", {}, i, W.groups[g]); };
  const line = (kind, text, ...marks) => element("span", {}, element("u", {class: kind}), ...marks, text);
  return [...groups.map(dot), line("", W.key_solid), line("pale", W.key_pale), line("dashed", W[`key_${against}`], element("i", {class: "hollow"})),
    ...(flags ? [line("flag", W.key_flag)] : [])];
}

export function reachRows(reach, week, order, groups) {
  if (week < 1) return [];
  return order.filter(name => reach[name]).flatMap(name => groups.map(group =>
    ({label: label("channels", name), channel: name, group, share: reach[name][group][week - 1]}))).filter(row => row.share !== null);
}

const LEAST_GAP = 5; // points that a fifth may lie from another without a word

// Where the poorest and the richest fifth lie furthest apart.
export function reachSentence(rows, few, week) {
  if (rows.every(row => row.share === 0)) return W.reach_none;
  if (few) return W.reach_few;
  const share = (channel, group) => rows.find(row => row.label === channel && row.group === group)?.share;
  const pairs = [...new Set(rows.map(row => row.label))].map(channel => ({channel, low: share(channel, "ses_1"), high: share(channel, "ses_5")}));
  const apart = one => Math.abs(one.high - one.low), widest = pairs.reduce((a, b) => apart(b) > apart(a) ? b : a);
  return apart(widest) < LEAST_GAP ? say(W.reach_equal, {week, gap: apart(widest)}) : say(W.reach_sentence, {week, ...widest});
}

export function table(result, ghost, names, groups, week, units) {
  const head = element("tr", {}, ...[W.outcome, W.group, W.value, W.difference].map(t => element("th", {scope: "col"}, t)));
  const rows = names.flatMap(name => groups.map(group => {
    const value = result.weekly[name][group][Math.max(0, week - 1)], other = ghost?.[name]?.[group][Math.max(0, week - 1)];
    return element("tr", {}, element("th", {scope: "row"}, label("outcomes", name)), element("td", {}, W.groups[group]),
      element("td", {}, level(value, units(name))), element("td", {}, other === undefined ? "" : difference(value === null || other === null ? null : value - other, units(name))));
  }));
  return element("table", {}, caption(say(W.table_caption, {week: Math.max(1, week)})),
    element("thead", {}, head), element("tbody", {}, ...rows));
}
