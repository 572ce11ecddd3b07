// Explore: one school, its sliders, its film, its charts.
import {ask, newest, Refused} from "./api.js";
import {Chart, GROUPS, axisEnds, bandRows, curveRows, ends, key, reachRows, reachSentence, sentence, table} from "./charts.js";
import {element, numberControls, options, partControls, sayWhatWaits, strategyControls, whole} from "./controls.js";
import {Kept} from "./kept.js";
import {SchoolMap, gradient} from "./map.js";
import {keepOrder} from "./order.js";
import {Player} from "./player.js";
import {Prediction} from "./predict.js";
import {Question} from "./question.js";
import {Asked} from "./scenario.js";
import {skillOf, unitOfSkill} from "./skills.js";
import {Story} from "./story.js";
import {wide} from "./wide.js";
import {W, axisOf, label, level, numberGroup, payIn, saidChange, say, unitWord} from "./words.js";

const $ = id => document.getElementById(id);
const COLOUR_FIRST = ["contacts", "trust", "information", "practice_time", "practice_quality", "language", "strain"];
const FEWEST = 10; // families of a fifth below which one of them moves its mean by more than most effects
const MOST_BANDS = 8; // curves that may have a band at once, as the server has it

class Explore {
  constructor(schema, specs) {
    Object.assign(this, {schema, specs, charts: {}, before: null, result: null, band: null, held: null});
    this.question = new Question(this);
    this.asked = new Asked(schema, this.question.all[0].start.place);
    this.run = newest("/api/run");
    this.dashed = "before"; // what somebody wants to see dashed, as soon as there is such a run
    this.shown = ["information", "trust", "practice_time", "language"].filter(n => schema.recorded.includes(n));
    this.map = new SchoolMap($("map"), (kind, row) => kind === "family" ? this.story.read(row) : this.story.readInstitution(kind, row));
    const parts = {bar: document.querySelector(".transport"), range: $("week"), play: $("play"), step: $("step"), back: $("back"), reset: $("reset"), speed: $("speed")};
    this.player = new Player(parts, W, (week, playing) => this.showWeek(week, playing));
    this.prediction = new Prediction(this);
    this.story = new Story(this);
    this.kept = new Kept(this);
    this.choices();
    this.wire();
  }

  // ---- what can be chosen beside the scenario
  choices() {
    const {schema} = this, colours = Object.keys(schema.outcomes).filter(n => schema.outcomes[n].of === "families");
    const ordered = [...COLOUR_FIRST.filter(n => colours.includes(n)), ...colours.filter(n => !COLOUR_FIRST.includes(n))];
    options($("colour"), ordered.map(n => [n, label("outcomes", n)]), ordered[0]);
    options($("groups"), Object.entries(W.show), "ends");
    options($("place"), schema.places.map(p => [p.name, label("places", p.name)]), schema.places[0].name);
    options($("number-group"), Object.keys(schema.numbers).map(n => [n, numberGroup(n)]), Object.keys(schema.numbers)[0]);
    document.querySelector(".scale i").style.background = gradient;
    $("curves").replaceChildren(...schema.recorded.map(name => {
      const tick = element("input", {type: "checkbox", value: name, onchange: () => this.choose(name, tick.checked)});
      tick.checked = this.shown.includes(name);
      return element("label", {}, tick, label("outcomes", name));
    }));
    if (window.innerWidth <= 760) document.querySelectorAll(".controls details").forEach(d => { d.open = false; });
  }

  choose(name, on) {
    this.shown = on ? [...this.shown, name] : this.shown.filter(n => n !== name);
    this.again();
  }

  wire() {
    const change = (id, what) => $(id).addEventListener("change", what), click = (id, what) => $(id).addEventListener("click", what);
    change("place", () => this.alter(() => { this.asked.start.place = $("place").value; }));
    for (const id of ["families", "weeks"]) {
      change(id, () => { this.typing = null; this.alter(() => { this.asked.start[id] = whole($(id)); }); });
      $(id).addEventListener("input", () => { this.typing = id; }); // an answer that comes meanwhile leaves it alone
      $(id).addEventListener("blur", () => { this.typing = null; });
    }
    change("funded", () => this.alter(() => { this.asked.start.strategy.funded = $("funded").checked; }, {from: "start"}));
    change("colour", () => this.again());
    change("groups", () => this.redraw());
    change("ghost", () => { this.dashed = $("ghost").value; this.redraw(); });
    wide($("table"));
    $("table").parentElement.addEventListener("toggle", () => this.redraw());
    change("number-group", () => this.showControls());
    for (const radio of document.getElementsByName("when")) radio.addEventListener("change", () => this.showControls());
    click("undo", () => this.undo());
    click("start-over", () => { this.prediction.stop(); this.question.step(0, () => { this.asked.fresh(); this.player.go(0); this.when("start"); }); });
    click("other-luck", () => this.alter(() => { this.asked.seed += 1; }));
    click("twenty", () => this.twenty());
    document.addEventListener("keydown", event => {
      if ((event.ctrlKey || event.metaKey) && event.key === "z" && !event.target.closest("input[type=text]")) { event.preventDefault(); $("undo").click(); }
    });
    keepOrder(document.querySelector(".three .school"), document.querySelector(".three .controls"));
  }

  // ---- changing and running
  get now() { return document.querySelector("[name=when]:checked").value === "now" && this.player.week < this.asked.start.weeks; }
  get week() { return this.now ? this.player.week + 1 : 0; }
  when(value) { document.querySelector(`[name=when][value=${value}]`).checked = true; }

  // From when on what is changed next holds, and how to have it otherwise. After the last week nothing is left to change.
  sayWhen() {
    const {week, weeks} = this.player, next = Math.min(week + 1, weeks), end = week >= weeks;
    if (end) this.when("start");
    document.querySelector("[name=when][value=now]").disabled = end;
    $("next-week").textContent = next;
    $("when-note").textContent = say(W.holds[this.now ? "now" : end ? "end" : week ? "anew" : "first"], {weeks, next});
  }

  // One hand on a slider is one change, however many runs it takes; `from` is told: "chosen", as it is chosen, or "start" always.
  alter(change, {held = null, done = true, question, from} = {}) {
    if (!held || this.held !== held) {
      this.asked.remember({question});
      this.before = this.result;
      this.held = held;
      this.heldIn = this.week; // a film that goes on does not spread one change over weeks
    }
    change(this.heldIn);
    this.changed = from ? {week: from === "start" ? 0 : this.heldIn, seen: this.player.week} : null;
    if (done) this.held = null;
    return this.again({controls: done});
  }

  // Undoing what opened or closed a question also takes back its card.
  undo() {
    const before = this.asked.undo();
    if (!before) return;
    this.changed = null;
    if (before.question !== undefined) this.question.back(before.question);
    this.again();
  }

  async again({controls = true} = {}) {
    this.band = null;
    const colour = $("colour").value;
    if (controls) this.showControls();
    this.kept.keep(controls); // before the answer: whoever reloads now finds what was asked for
    const school = this.school, compared = this.asked.comparedWith;
    try {
      const result = await this.run({...this.asked.request(), outcomes: this.shown, states: [colour], measured: false});
      if (!result) return;
      this.refuse(null);
      const first = !this.result;
      Object.assign(this, {result: {...result, school, compared}});
      this.map.show(result, colour);
      this.player.length(result.weeks);
      if (first) this.player.go(Math.min(this.opened ?? result.measured_in, result.weeks));
      this.story.choices(result);
      this.story.hold(this.asked.request());
      $("stand-in").textContent = result.stand_in;
      sayWhatWaits($("waits"), result.waits);
      this.redraw();
    } catch (error) {
      this.refuse(error);
    }
  }

  refuse(error) {
    if (error && !(error instanceof Refused)) throw error;
    this.note(error?.message ?? "");
  }

  note(text) {
    $("message").hidden = !text;
    $("message").textContent = text;
  }

  // ---- showing
  showControls() {
    const {asked, schema} = this, week = this.week, now = this.now;
    this.sayWhen();
    payIn(asked.place.currency);
    $("place").value = asked.start.place;
    for (const id of ["families", "weeks"]) if (this.typing !== id) $(id).value = asked.start[id];
    $("funded").checked = asked.start.strategy.funded !== false;
    const at = document.activeElement?.dataset?.name;
    const edit = {
      now,
      value: (part, name) => asked.value(part, name, week),
      usual: (part, name) => asked.place.values[part][name],
      set: (part, name, value, done) => this.alter(w => asked.set(part, name, value, w), {held: `${part}.${name}`, done, from: "chosen"}),
      turn: (name, on) => this.alter(w => on ? asked.begin(name, {}, w) : asked.end(name, w), {from: "chosen"}),
      dose: (name, one, value, done) => this.alter(w => asked.dose(name, one, value, w), {held: `${name}.${one}`, done, from: "chosen"}),
    };
    strategyControls($("strategy"), schema, asked.strategy(week), edit);
    for (const part of ["policy", "budget", "culture"]) partControls($(part), part, schema, edit);
    const group = $("number-group").value;
    $("number-sentence").textContent = schema.numbers[group].sentence;
    numberControls($("numbers"), group, schema, edit);
    if (at) document.querySelector(`[data-name="${CSS.escape(at)}"]`)?.focus();
    this.showChanges();
  }

  showChanges() {
    const list = this.asked.changes();
    const left = this.asked.history.length, at = document.activeElement === $("undo");
    $("undo").disabled = !left;
    if (at && !left) $("start-over").focus(); // a button that can no longer be pressed would lose the place of whoever uses keys
    $("changes").replaceChildren(...(list.length ? list.map(one => {
      const next = list.find(other => other.key === one.key && other.week > one.week); // which takes its place
      const text = `${one.week ? say(W.from_week, {week: one.week}) : W.from_start}: ${saidChange(one, this.schema)}${next ? say(W.until_week, {week: next.week}) : ""}`;
      return element("li", {}, element("span", {}, text),
        element("button", {type: "button", "aria-label": say(W.remove, {change: text}), onclick: () => this.alter(() => one.remove())}, "✕"));
    }) : [element("li", {}, element("span", {class: "small"}, W.no_changes))]));
    $("flags").replaceChildren(...this.asked.events.map(event => {
      const flag = element("i", {title: say(W.from_week, {week: event.week})});
      flag.style.left = `${100 * event.week / this.asked.start.weeks}%`;
      return flag;
    }));
  }

  // Which families live there, and with what luck: only the same ones can be compared before and after a change.
  get school() { const {place, families} = this.asked.start; return [place, families, this.asked.seed].join(" "); }

  get few() { return this.map.fewest < FEWEST; }
  unit(name) { return this.schema.outcomes[name]?.unit ?? "share"; }
  target() { return this.result.measured_in; }

  // Whether there is a run before the last change that can be compared: the same school and year, with the same curves.
  get canShowBefore() { return this.before?.school === this.result.school && this.before.weeks === this.result.weeks && this.shown.every(n => this.before.weekly[n]); }

  ghost() {
    if (this.dashed === "before" && this.canShowBefore) return {...this.before, said: "before"};
    return {weekly: this.result.baseline, reach: this.result.reach_baseline, behind: this.result.behind_baseline, said: this.result.compared};
  }

  // What the SD of a skill come to; null for another curve.
  skill(name) { return skillOf(name, this.result, this.ghost()); }

  redraw() {
    if (!this.result) return;
    if (this.prediction.on && !this.shown.includes(this.prediction.outcome)) { this.prediction.stop(); return; }
    const groups = GROUPS[$("groups").value], ghost = this.ghost(), hidden = this.prediction.on, week = this.player.week;
    const guessed = hidden ? [`week:${this.prediction.outcome}`] : []; // right below the guess, where it is drawn and answered
    const wanted = [...new Set([...guessed, "reach", ...this.shown.map(n => `week:${n}`)])];
    for (const name of Object.keys(this.charts)) if (!wanted.includes(name)) { this.charts[name].end(); delete this.charts[name]; }
    for (const name of wanted) {
      const outcome = name.slice(5);
      this.charts[name] ??= new Chart(name, this.specs[name === "reach" ? name : "week"],
        name === "reach" ? W.reach_title : label("outcomes", outcome));
      $("charts").append(this.charts[name].box);
      if (guessed.includes(name)) $("charts").append($("taught")); // below the curve, which a telephone shows with the verdict
    }
    for (const name of this.shown) {
      const weekly = this.result.weekly[name], chart = this.charts[`week:${name}`], until = hidden ? week : Infinity, skill = this.skill(name);
      chart.unit.textContent = skill ? unitOfSkill(skill) : unitWord(this.unit(name));
      chart.put({rows: curveRows(weekly, groups, until), ghost: curveRows(ghost.weekly[name], groups), band: bandRows(this.band?.[name], groups, until),
        guess: this.prediction.on && this.prediction.outcome === name ? this.prediction.rows() : [],
        flags: this.asked.events.map(e => ({week: e.week}))}, {last: this.result.weeks, ...axisOf(this.unit(name)), ...this.range(name, groups, ghost, until)});
      if (this.prediction.on || chart.drawable) chart.ready.then(() => this.prediction.draw(chart));
    }
    this.showKey(groups, ghost);
    this.showWeek(week);
  }

  // All that is drawn along an upright axis has to fit on it.
  range(name, groups, ghost, until) {
    const seen = groups.flatMap(g => [...this.result.weekly[name][g].slice(0, until), ...ghost.weekly[name][g]]);
    for (const g of groups) if (this.band?.[name]) seen.push(...this.band[name][g].flatMap(edge => edge.slice(0, until)));
    if (this.prediction.on && this.prediction.outcome === name) seen.push(...this.prediction.ends());
    return axisEnds(seen, this.unit(name));
  }

  showKey(groups, ghost) {
    $("key").replaceChildren(...key(groups, ghost.said, this.asked.events.length));
    $("ghost").querySelector("[value=before]").disabled = !this.canShowBefore;
    $("ghost").querySelector("[value=baseline]").textContent = W[`key_${this.result.compared}`];
    $("ghost").value = ghost.said === "before" ? "before" : "baseline";
    $("few").hidden = !this.few;
    $("few").textContent = say(W.few_families, {families: this.map.families, fewest: FEWEST, enough: 5 * FEWEST});
    $("band-note").hidden = !this.band;
    const without = this.shown.filter(name => this.band && !this.band[name]).map(name => label("outcomes", name));
    $("band-note").textContent = W.band_note + (without.length ? ` ${say(W.band_most, {most: MOST_BANDS, names: without.join("; ")})}` : "");
  }

  showWeek(week, playing = false) {
    if (!this.result) return;
    const {result} = this, groups = GROUPS[$("groups").value], ghost = this.ghost();
    this.map.draw(week);
    this.story.show(week);
    this.follow(week, playing);
    this.sayWhen();
    const reached = (reach, who) => reachRows(reach, week, this.schema.channels, who), rows = reached(result.reach, groups), rowsBefore = reached(ghost.reach, groups);
    if (this.charts.reach) {
      this.charts.reach.text.textContent = week ? reachSentence(reached(result.reach, GROUPS.ends), this.few, week) : W.reach_none;
      this.charts.reach.put({rows, ghost: rowsBefore}, {height: 22 * Math.max(1, new Set(rows.map(r => r.label)).size)});
    }
    for (const name of this.shown) {
      const chart = this.charts[`week:${name}`];
      if (!chart) continue;
      chart.text.textContent = sentence(this.few, this.unit(name), result.weekly[name], ghost.weekly[name], groups, week, ghost.said, this.skill(name));
      const data = {moment: week ? [{week}] : [], ends: ends(result.weekly[name], groups, this.prediction.on ? week : result.weeks)};
      if (this.prediction.on) Object.assign(data, {rows: curveRows(result.weekly[name], groups, week), band: bandRows(this.band?.[name], groups, week)});
      chart.put(data, {now: week, ...(this.prediction.on ? this.range(name, groups, ghost, week) : {})});
    }
    this.status(week);
    this.prediction.judge(week, playing);
    if (playing) this.kept.keep(); else this.settle(week, groups, ghost);
  }

  // In mid-run a change is meant from now on, at either end from the start; who says otherwise is asked no more.
  follow(week, playing) {
    const inside = week > 0 && week < this.result.measured_in;
    if (!playing && inside !== this.inside) {
      this.inside = inside;
      this.when(inside ? "now" : "start");
    } else if (playing || !this.asked.events.length) return;
    if (!this.held) this.showControls();
  }

  // What need not follow every frame of the film.
  settle(week, groups, ghost) {
    const colour = $("colour").value, shown = this.result.states[colour];
    if (shown) {
      const [from, to] = [(shown.below ? W.or_less : "") + level(shown.low, shown.unit), (shown.above ? W.or_more : "") + level(shown.high, shown.unit)];
      $("map").setAttribute("aria-label", say(W.map_label, {families: this.result.seats.room.length, classes: this.result.seats.preschool_of_room.length,
        week, colour: label("outcomes", colour), low: this.map.meanOf(shown, "ses_1", week), high: this.map.meanOf(shown, "ses_5", week), from, to}));
      $("scale-low").textContent = from;
      $("scale-middle").textContent = shown.middle ?? "";
      $("scale-high").textContent = to;
    }
    this.showTable(groups, ghost, week);
    this.kept.keep();
  }

  showTable(groups, ghost, week) {
    if (!$("table").parentElement.open) return;
    $("table").replaceChildren(table(this.result, ghost.weekly, this.shown, groups, week, n => this.unit(n)));
  }

  status(week) {
    if (!week) { $("status").textContent = W.start_of_run; return; }
    const contact = this.map.contact, n = this.map.families;
    let came = 0;
    for (let i = (week - 1) * n; i < week * n; i++) came += contact[i] > 0;
    const school = this.result.school_weeks.includes(week) ? W.school_week : W.holidays;
    $("status").textContent = `${say(W.week_of, {week, weeks: this.result.weeks})} · ${school} · ${say(W.map_contact, {share: Math.round(100 * came / n)})}${this.sayChanged(week)}`;
  }

  // What was changed last, for as long as one looks at the week in which it was changed.
  sayChanged(week) {
    if (this.changed?.seen !== week) { this.changed = null; return ""; }
    return `. ${say(this.changed.week ? W.changed_from : W.changed_anew, {week: this.changed.week, weeks: this.result.weeks})}`;
  }

  tell(text) { $("status").textContent = text; }

  // ---- the rest of the buttons
  async twenty() {
    $("twenty").disabled = true;
    this.tell(W.running);
    const asked = this.asked.request(), same = () => JSON.stringify(this.asked.request()) === JSON.stringify(asked);
    try {
      const band = await ask("/api/band", {...asked, outcomes: this.shown.slice(0, MOST_BANDS), times: 20});
      if (same()) this.band = band; // what was changed meanwhile has other curves
      this.redraw();
    } catch (error) { this.status(this.player.week); this.refuse(error); } finally { $("twenty").disabled = false; }
  }
}

try {
  const [schema, specs] = await Promise.all([ask("/api/schema"), ask("/api/charts")]);
  const page = new Explore(schema, specs);
  const question = Number(new URLSearchParams(location.search).get("question")), begun = location.hash.length > 1;
  await page.kept.fromAddress();
  if (question) await page.question.ask(question, !begun);
  document.body.dataset.ready = "yes";
  window.explore = page; // for a teacher's console and the tests
} catch (error) {
  $("message").hidden = false;
  $("message").textContent = error.message;
  if (!(error instanceof Refused)) throw error;
}
