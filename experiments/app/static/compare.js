// Compare: strategy cards, the work line by line, and what comes out.
import {forget, fromAddress, isCount, onOtherAddress, toAddress} from "./address.js";
import {ask, download, downloadFile, lines, Refused} from "./api.js";
import {Chart} from "./charts.js";
import {element, options, partControls, sayWhatWaits, strategyControls, whole} from "./controls.js";
import {District} from "./district.js";
import {Asked, isAsked, isStrategy, putBack} from "./scenario.js";
import {caption, wide} from "./wide.js";
import {NONE, W, axisOfDifference, axisUnit, decimalsToTell, difference, label, level, named, payIn, say, visible} from "./words.js";

const $ = id => document.getElementById(id);
const MOST = 6;
const FEWEST_RUNS = 10; // pairs of runs below which nine in ten of them say nothing about luck

class Compare {
  constructor(schema, specs) {
    Object.assign(this, {schema, specs, answer: null, charts: {}});
    this.asked = new Asked(schema, schema.places.find(p => p.name === "us_preschool")?.name ?? schema.places[0].name);
    this.cards = [{name: W.routine, strategy: {routine: {}}}];
    for (const name of named("strategies").filter(n => n in schema.strategies).slice(0, 3)) this.cards.push(this.named(name));
    options($("place"), schema.places.map(p => [p.name, label("places", p.name)]), this.asked.start.place);
    const outcomes = Object.keys(schema.outcomes);
    options($("outcome"), outcomes.map(n => [n, label("outcomes", n)]), "language");
    options($("among"), ["all", "ses_1", "ses_2", "ses_3", "ses_4", "ses_5", "other_language", "lowest_quarter"].map(g => [g, W.groups[g]]), "all");
    this.wire();
    wide($("table"));
    this.district = new District(sheet => this.live(sheet));
    this.open(fromAddress());
    this.showConditions();
    this.showCards();
  }

  live(sheet) {
    $("families").disabled = Boolean(sheet);
    if (sheet) $("mine").open = true;
    if (this.district) this.keep();
  }

  // ---- the address: cards, conditions, what is looked at, and whether it was run
  open(said) {
    if (said === undefined) return;
    if (!said || !isComparison(said)) { forget(); this.note(W.link_broken); return; }
    const most = id => Number($(id).max), limits = {families: [1, most("families")], weeks: [1, most("weeks")]};
    const back = [putBack(said.start ?? {}, limits), putBack(said, {runs: [Number($("runs").min), most("runs"), $("runs").defaultValue]})].join(" ").trim();
    this.asked.open({start: said.start ?? this.asked.start});
    this.cards = [];
    for (const {name, strategy} of said.cards) this.cards.push({name: this.free(name), strategy});
    $("place").value = this.asked.start.place;
    for (const id of ["families", "weeks"]) $(id).value = this.asked.start[id];
    if (said.runs) $("runs").value = said.runs;
    if (back) this.note(back);
    for (const id of ["outcome", "among"]) if ([...$(id).options].some(one => one.value === said[id])) $(id).value = said[id];
    if (said.sheet && this.district.sheet?.name !== said.sheet) this.note(say(W.link_sheet, {name: said.sheet}));
    else if (said.done && !back) this.run();
  }

  keep() {
    const done = Boolean(this.answer) && this.text() === this.comparedText;
    $("stale").hidden = !this.answer || done;
    toAddress({start: this.asked.start, cards: this.cards, runs: whole($("runs")), outcome: $("outcome").value, among: $("among").value,
      sheet: this.district.sheet?.name, done});
  }

  text() { return JSON.stringify(this.request()); }

  note(text) {
    $("message").hidden = false;
    $("message").textContent = text;
  }

  named(name) {
    return {name: label("strategies", name), strategy: structuredClone(this.schema.strategies[name].strategy)};
  }

  wire() {
    $("add").addEventListener("click", () => this.add({name: say(W.new_strategy, {number: this.cards.length + 1}), strategy: {routine: {}}}));
    $("compare").addEventListener("click", () => this.run());
    $("cancel").addEventListener("click", () => this.stopper?.abort());
    $("place").addEventListener("change", () => { this.asked.start.place = $("place").value; this.showConditions(); this.showCards(); this.keep(); });
    for (const id of ["families", "weeks"]) $(id).addEventListener("change", () => { this.asked.start[id] = whole($(id)); this.keep(); });
    for (const id of ["outcome", "among"]) $(id).addEventListener("change", () => { this.show(); this.keep(); });
    $("runs").addEventListener("change", () => this.keep());
    onOtherAddress(() => location.reload(), () => this.keep());
    $("csv").addEventListener("click", () => this.csv());
    for (const button of document.querySelectorAll("[data-file]")) button.addEventListener("click", () => this.report(button.dataset.file));
  }

  add(card, at = this.cards.length) {
    if (this.cards.length >= MOST) return;
    card.name = this.free(card.name, card);
    this.cards.splice(at, 0, card);
    this.showCards();
    this.keep();
  }

  // A name of its own: of two alike only one would be run, and a number or a word of the language would be taken for another.
  free(name, card) {
    while (/^\d+$/.test(name) || name in {} || this.cards.some(c => c !== card && c.name === name)) name += "′";
    return name;
  }

  showConditions() {
    payIn(this.asked.place.currency);
    const edit = {now: false, value: (part, name) => this.asked.value(part, name), usual: (part, name) => this.asked.place.values[part][name],
      set: (part, name, value, done) => { this.asked.set(part, name, value); if (done) { this.showConditions(); this.keep(); } }};
    const at = document.activeElement?.dataset?.name;
    for (const part of ["policy", "budget", "culture"]) partControls($(part), part, this.schema, edit);
    if (at) document.querySelector(`.conditions [data-name="${CSS.escape(at)}"]`)?.focus();
  }

  showCards() {
    $("cards").replaceChildren(...this.cards.map((card, k) => this.card(card, k)));
    const full = $("add").disabled = this.cards.length >= MOST;
    $("most").textContent = full ? say(W.most_strategies, {most: MOST}) : "";
  }

  card(card, k) {
    const name = element("input", {type: "text", maxlength: 40, value: card.name, "aria-label": W.strategy_name, onchange: () => {
      card.name = this.free(name.value.trim() || card.name, card);
      name.value = card.name;
      this.keep();
    }});
    const from = element("select", {"aria-label": `${W.from_named}: ${card.name}`, onchange: () => { if (from.value) { Object.assign(card, this.named(from.value)); card.name = this.free(card.name, card); this.showCards(); this.keep(); } }});
    options(from, [["", W.written_out], ...Object.keys(this.schema.strategies).map(n => [n, label("strategies", n)])], "");
    const box = element("div");
    const again = () => strategyControls(box, this.schema, card.strategy, {
      turn: (doing, on) => { if (on) card.strategy[doing] = {}; else delete card.strategy[doing]; again(); this.keep(); box.querySelector(`[data-name="strategy.${doing}"]`)?.focus(); },
      dose: (doing, one, value, done) => { card.strategy[doing][one] = value; if (done) this.keep(); },
    });
    again();
    const drop = element("button", {type: "button", "aria-label": `${W.remove_card}: ${card.name}`, onclick: () => { this.cards.splice(k, 1); this.showCards(); this.keep(); }}, W.remove_card);
    drop.disabled = this.cards.length < 2;
    const twice = element("button", {type: "button", "aria-label": `${W.duplicate}: ${card.name}`, onclick: () => this.add(structuredClone({...card, name: card.name + "′"}), k + 1)}, W.duplicate);
    twice.disabled = this.cards.length >= MOST;
    const doings = element("details", {open: false}, element("summary", {}, W.what_it_does), box);
    return element("article", {class: `card strategy s${k}`}, name, element("p", {class: "small"}, k ? this.summary(card) : W.reference),
      element("label", {class: "link"}, W.from_named, from), doings, element("div", {class: "buttons"}, twice, drop));
  }

  summary(card) {
    return Object.keys(card.strategy).filter(n => n in this.schema.interventions).map(n => label("interventions", n)).join(", ") || W.routine;
  }

  // ---- the work
  request() {
    const {against, strategy, ...start} = this.asked.start;
    const asked = {start, strategies: Object.fromEntries(this.cards.map(c => [c.name, c.strategy])), replicates: $("runs").valueAsNumber};
    if (this.district.sheet) asked.district = this.district.sheet;
    return structuredClone(asked);
  }

  async run() {
    const asked = this.request();
    const answer = await this.work("/api/compare", asked, W.progress);
    if (!answer) return;
    Object.assign(this, {answer, compared: asked, comparedText: JSON.stringify(asked), files: null});
    $("status").textContent = say(W.compared, {runs: asked.replicates * answer.strategies.length, families: answer.families, week: answer.measured_in});
    $("stand-in").textContent = answer.stand_in;
    sayWhatWaits($("waits"), answer.waits);
    $("results").hidden = false;
    this.show();
    this.keep();
  }

  // The report of what is shown, whatever the cards say by now; made once for all its files.
  async report(name) {
    this.files ??= (await this.work("/api/report", this.compared, W.report_progress))?.files;
    if (!this.files) return;
    $("status").textContent = say(W.report_done, {name});
    downloadFile(name, this.files[name]);
  }

  // Work told line by line; null where it was stopped or refused.
  async work(url, asked, progress) {
    this.stopper = new AbortController();
    this.busy(true);
    let answer = null;
    try {
      await lines(url, asked, this.stopper.signal, line => {
        if (line.waiting) $("status").textContent = say(W.waiting, {ahead: line.waiting});
        if (line.of) { $("progress").value = line.done / line.of; $("status").textContent = say(progress, line); }
        if (line.answer) answer = line.answer;
      });
    } catch (error) {
      if (error.name === "AbortError") $("status").textContent = W.stopped;
      else if (error instanceof Refused) { this.note(error.message); $("status").textContent = ""; } else throw error;
    } finally { this.busy(false); }
    return answer;
  }

  busy(on) {
    for (const button of document.querySelectorAll("#compare, [data-file]")) button.disabled = on;
    $("cancel").hidden = $("progress").hidden = !on;
    $("progress").value = 0;
    if (on) $("message").hidden = true;
  }

  // ---- what comes out
  rows(outcome, group) {
    const {columns, rows} = this.answer, all = rows.map(row => Object.fromEntries(columns.map((c, k) => [c, row[k]])));
    const observer = this.schema.outcomes[outcome].observers[0];
    return all.filter(r => r.outcome === outcome && r.group === group && r.observer === observer);
  }

  show() {
    if (!this.answer) return;
    this.anew();
    const outcome = $("outcome").value, known = this.schema.outcomes[outcome];
    const of = {...known, unit: known.unit.replace("currency", this.answer.currency)};
    this.amongWhom(of.of === "place");
    const group = $("among").value, rows = this.rows(outcome, group), order = this.answer.strategies;
    const others = rows.filter(r => r.difference !== null).sort((a, b) => order.indexOf(a.strategy) - order.indexOf(b.strategy));
    $("meaning").textContent = [of.meaning, outcome.startsWith("money") ? this.once() : ""].join(" ");
    this.draw("effects", {rows: others, zero: [{at: 0}]}, this.said(others, rows, of, group));
    const dots = of.of === "place" ? [] : ["ses_1", "ses_5"].flatMap(g => this.rows(outcome, g).filter(r => r.difference !== null));
    this.draw("who", {rows: dots, zero: [{at: 0}]}, this.gaps(dots, of));
    this.plane(outcome, group, of);
    const best = rows.filter(r => r.best !== null).map(r => ({...r, best: this.runsOf(r.best)}));
    this.draw("chances", {rows: best}, this.few ? this.tooFew() : this.oftenBest(best));
    this.table(rows, of);
  }

  // What is of the place has no groups; the one chosen before comes back with an outcome of people.
  amongWhom(ofPlace) {
    const among = $("among");
    if (ofPlace && !among.disabled) this.chosen = among.value;
    among.value = ofPlace ? "all" : among.disabled && this.chosen || among.value;
    among.disabled = ofPlace;
  }

  // A chart keeps the order of names that it saw first: other names have charts of their own.
  anew() {
    const names = this.answer.strategies.join("\n");
    if (this.names === names) return;
    for (const chart of Object.values(this.charts)) chart.end();
    Object.assign(this, {charts: {}, names});
  }

  draw(name, data, sentence) {
    const [title, caption] = JSON.parse($("said").textContent)[name];
    if (!this.charts[name]) {
      this.charts[name] = new Chart(name, this.specs[name], title);
      this.charts[name].box.append(this.charts[name].caption = element("p", {class: "small"}));
      $("charts").append(this.charts[name].box);
    }
    this.charts[name].caption.textContent = say(caption, {runs: this.runs});
    const empty = !data.rows.length;
    this.charts[name].box.hidden = empty;
    this.charts[name].text.textContent = sentence;
    const many = new Set(data.rows.map(r => r.strategy)).size;
    const {strategies, currency} = this.answer, of = this.schema.outcomes[$("outcome").value].unit, unit = axisUnit(of, currency);
    const along = name === "chances" ? {measure: say(W.axis_best, {runs: this.runs}), runs: this.runs}
      : {measure: say(W.axis_difference, {unit}), cost: say(W.axis_money, {currency}), ...axisOfDifference(of)};
    if (!empty) this.charts[name].put(data, {strategies, ...along, ...(name === "plane" ? {} : {height: 34 * many})});
  }

  // How many pairs of runs were made, in how many of them a strategy was best, and whether that is enough to say anything.
  get runs() { return this.compared.replicates; }
  get few() { return this.runs < FEWEST_RUNS; }
  runsOf(best) { return best * this.runs / 100; }
  tooFew() { return say(W.too_few_runs, {runs: this.runs, fewest: FEWEST_RUNS}); }

  said(others, rows, of, group) {
    const first = this.answer.strategies[0];
    if (!others.length) return "";
    if (this.few) return this.tooFew();
    const sure = others.filter(r => r.spread_low > 0 || r.spread_high < 0);
    if (!sure.length) return say(W.cannot_tell, {first});
    const good = of.better === "higher" ? 1 : -1, top = sure.reduce((a, b) => good * b.difference > good * a.difference ? b : a);
    const better = sure.filter(r => good * r.difference > 0), said = v => difference(v, of.unit);
    const many = better.length || sure.length, way = better.length ? "better" : "worse";
    const how = others.length === 1 ? "only" : many === others.length ? "all" : many > 1 ? "several" : "one";
    return say(W.headline[`${how}_${way}`], {many, strategy: top.strategy, difference: said(top.difference), first, group: W.groups[group], low: said(top.spread_low), high: said(top.spread_high)});
  }

  // Told apart are two fifths whose means lie further apart than their errors.
  gaps(dots, of) {
    const wider = this.answer.strategies.filter(name => {
      const [poor, rich] = ["ses_1", "ses_5"].map(g => dots.find(r => r.strategy === name && r.group === g));
      if (!poor || !rich || !visible(rich.difference - poor.difference, of.unit)) return false; // a group without families
      return of.better === "higher" ? rich.low > poor.high : rich.high < poor.low;
    });
    if (!dots.length) return "";
    return wider.length ? say(W.favours_rich, {names: wider.join(", ")}) : this.few ? this.tooFew() : W.favours_nobody;
  }

  // Which came out best most often, and which next.
  oftenBest(rows) {
    if (rows.length < 2) return "";
    const order = [...rows].sort((a, b) => b.best - a.best), [top, next] = order, times = one => +one.best.toFixed(1);
    const first = order.filter(one => times(one) === times(top)), said = {runs: this.runs, best: times(top), strategy: top.strategy};
    if (first.length > 1) return say(W.often_best.equal, {...said, names: first.map(one => one.strategy).join(", ")});
    return times(top) === this.runs ? say(W.often_best.always, said) : say(W.often_best.most, {...said, next: next.strategy, then: times(next)});
  }

  // More than the first, a child: money of the year, and what is paid once to begin with.
  money() {
    return Object.fromEntries(this.rows("money", "all").map(r => [r.strategy, (r.difference ?? 0) + this.answer.starting[r.strategy]]));
  }

  // What the table of money does not hold, and both together, as the report has it.
  once() {
    const {starting, strategies, currency} = this.answer, all = this.money(), first = strategies[0];
    const beginning = strategies.filter(name => starting[name]);
    const names = beginning.map(name => say(W.once_of, {name, once: Math.round(starting[name]), all: Math.round(all[name]), first})).join("; ");
    return names && say(W.money_once, {names, currency});
  }

  plane(outcome, group, of) {
    const money = this.money(), gains = outcome.startsWith("money") ? [] : this.rows(outcome, group); // money buys no money
    const points = gains.filter(r => r.difference !== null).map(r => ({...r, money: money[r.strategy]}));
    const good = of.better === "higher" ? 1 : -1;
    const best = [{money: 0, difference: 0}, ...points].sort((a, b) => a.money - b.money || good * (b.difference - a.difference));
    const frontier = best.filter((p, k) => best.slice(0, k).every(q => good * q.difference < good * p.difference));
    const dearest = Math.max(...points.map(p => p.money));
    for (const point of points) point.left = point.money > dearest / 2;
    this.apart(points);
    this.draw("plane", {rows: points, zero: [{at: 0}], frontier}, points.length ? say(W.money_axis, {first: this.answer.strategies[0], currency: this.answer.currency}) : "");
  }

  // Names that would lie over one another move up, until each has a line of 13 of the picture's 240 pixels.
  apart(points) {
    const pixel = (Math.max(0, ...points.map(p => p.spread_high)) - Math.min(0, ...points.map(p => p.spread_low))) / 240 || 1;
    for (const left of [true, false]) {
      let free = -Infinity;
      for (const point of points.filter(p => p.left === left).sort((a, b) => a.difference - b.difference)) {
        const at = point.difference / pixel, to = Math.max(at, free);
        point.lift = at - to;
        free = to + 13;
      }
    }
  }

  table(rows, of) {
    const keys = Object.keys(W.columns), more = row => Math.max(decimalsToTell(row.low, row.high, of.unit), decimalsToTell(row.spread_low, row.spread_high, of.unit));
    const cell = (row, key) => key === "strategy" ? row[key] : row[key] == null || (key.startsWith("spread") && row.difference === null) ? NONE : key === "mean" ? level(row[key], of.unit)
      : key === "best" ? +this.runsOf(row[key]).toFixed(1) : difference(row[key], of.unit, more(row));
    const head = element("tr", {}, ...keys.map(k => element("th", {scope: "col"}, say(W.columns[k], {runs: this.runs}))));
    const all = rows.length ? rows : this.answer.strategies.map(strategy => ({strategy})); // a group without families
    const body = all.map(r => element("tr", {}, ...keys.map((k, i) => element(i ? "td" : "th", i ? {} : {scope: "row"}, String(cell(r, k))))));
    $("table").replaceChildren(element("table", {}, caption(`${label("outcomes", $("outcome").value)}, ${W.groups[$("among").value]}`), element("thead", {}, head), element("tbody", {}, ...body)));
  }

  // As the command line's table, money in the place's currency; a cell that a spreadsheet would take for a formula is text.
  csv() {
    const {columns, rows, currency} = this.answer, unit = columns.indexOf("unit");
    const head = columns.map(name => name === "best" ? "best_in_percent_of_runs" : name);
    const safe = cell => { const text = String(cell ?? ""); return `"${(typeof cell === "string" && /^[=+\-@]/.test(text) ? "'" + text : text).replaceAll('"', '""')}"`; };
    const all = [[...head, "runs"], ...rows.map(row => [...row.map((cell, k) => k === unit ? cell.replace("currency", currency) : cell), this.runs])];
    download("compare.csv", all.map(row => row.map(safe).join(",")).join("\r\n"), "text/csv");
  }
}

function isComparison({start, cards}) {
  return Array.isArray(cards) && isCount(cards.length, 1, MOST) && cards.every(one => typeof one?.name === "string" && isStrategy(one.strategy))
    && (start === undefined || isAsked({start}));
}

try {
  const [schema, specs] = await Promise.all([ask("/api/schema"), ask("/api/charts")]);
  window.compare = new Compare(schema, specs);
  document.body.dataset.ready = "yes";
} catch (error) {
  $("message").hidden = false;
  $("message").textContent = error.message;
  if (!(error instanceof Refused)) throw error;
}
