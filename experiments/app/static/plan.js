// Plan: money in, three choices out, each with its reason and its year.
import {forget, fromAddress, onOtherAddress, toAddress} from "./address.js";
import {ask, downloadFile, lines, Refused, toLink} from "./api.js";
import {Chart} from "./charts.js";
import {element, options} from "./controls.js";
import {District} from "./district.js";
import {wide} from "./wide.js";
import {W, axisOfDifference, axisUnit, difference, label, money, payIn, saidDose, saidNumbers, say} from "./words.js";

const $ = id => document.getElementById(id);
const whole = value => Math.round(value).toLocaleString("en");
const small = (value, currency) => value >= 10 ? money(value, currency) : `${value.toFixed(2)} ${currency}`;
const channel = name => label("channels", name.replaceAll(" ", "_"));

class Plan {
  constructor(schema, specs) {
    Object.assign(this, {schema, specs, answer: null, charts: {}});
    const place = schema.places.find(p => p.name === "us_preschool")?.name ?? schema.places[0].name;
    options($("place"), schema.places.map(p => [p.name, label("places", p.name)]), place);
    options($("objective"), schema.skills.map(n => [n, label("outcomes", n)]), "language");
    $("levers").replaceChildren(...schema.levers.map(name => {
      const tick = element("input", {type: "checkbox", value: name});
      tick.checked = true;
      return element("label", {}, tick, label("interventions", name));
    }));
    this.district = new District(sheet => this.live(sheet));
    this.wire();
    this.open(fromAddress());
    this.showCurrency();
  }

  // Money is asked for in the currency of the place chosen.
  showCurrency() {
    const {currency} = this.schema.places.find(p => p.name === $("place").value);
    payIn(currency);
    $("currency").textContent = `(${currency})`;
  }

  live(sheet) {
    $("example").textContent = sheet ? "" : W.plan_example;
    if (this.district) this.keep();
  }

  // ---- the address: what is asked for, and whether it was planned
  open(said) {
    if (said === undefined) return;
    if (!said || !isPlan(said)) { forget(); this.note(W.link_broken); return; }
    for (const id of ["budget", "hours", "place", "objective"]) $(id).value = said[id] ?? "";
    for (const tick of document.querySelectorAll("#levers input")) tick.checked = said.levers.includes(tick.value);
    if (said.sheet && this.district.sheet?.name !== said.sheet) this.note(say(W.link_sheet, {name: said.sheet}));
    else if (said.done) this.run();
  }

  keep() {
    const {district, ...asked} = this.request(), done = Boolean(this.answer) && this.text() === this.plannedText;
    $("stale").hidden = !this.answer || done;
    toAddress({...asked, sheet: district?.name, done});
  }

  text() { return JSON.stringify(this.request()); }

  note(text) {
    $("message").hidden = false;
    $("message").textContent = text;
  }

  wire() {
    for (const id of ["mixes-table", "calendar"]) wide($(id));
    $("plan").addEventListener("click", () => this.run());
    $("place").addEventListener("change", () => this.showCurrency());
    $("asked").addEventListener("change", () => this.keep());
    onOtherAddress(() => location.reload(), () => this.keep());
    $("cancel").addEventListener("click", () => this.stopper?.abort());
    $("gain").addEventListener("change", () => this.showMixes());
    $("choice").addEventListener("change", () => this.showYear());
    $("to-compare").addEventListener("click", () => this.compare());
    for (const button of document.querySelectorAll("[data-file]")) button.addEventListener("click", () => {
      downloadFile(button.dataset.file === "report.html" ? "plan.html" : button.dataset.file, this.answer.files[button.dataset.file]);
    });
  }

  request() {
    const asked = {budget: $("budget").valueAsNumber || 0, place: $("place").value, objective: $("objective").value,
      levers: [...document.querySelectorAll("#levers input:checked")].map(tick => tick.value)};
    if ($("hours").value !== "") asked.hours = $("hours").valueAsNumber;
    if (this.district.sheet) asked.district = this.district.sheet;
    return asked;
  }

  async run() {
    this.stopper = new AbortController();
    this.busy(true);
    const asked = this.request();
    try {
      await lines("/api/plan", asked, this.stopper.signal, line => {
        if (line.waiting) $("status").textContent = say(W.waiting, {ahead: line.waiting});
        if ("lived" in line) $("status").textContent = say(W.plan_lived, {lived: line.lived.toLocaleString("en")});
        if (line.answer) this.answer = line.answer;
      });
      Object.assign(this, {planned: asked, plannedText: JSON.stringify(asked)});
      this.show();
      this.keep();
    } catch (error) {
      $("status").textContent = error.name === "AbortError" ? W.stopped : "";
      if (error instanceof Refused) this.note(error.message); else if (error.name !== "AbortError") throw error;
    } finally { this.busy(false); }
  }

  busy(on) {
    $("plan").disabled = on;
    $("cancel").hidden = $("progress").hidden = !on;
    if (on) $("message").hidden = true;
  }

  // ---- what comes out
  show() {
    const {answer, schema} = this;
    $("status").textContent = say(W.planned, {runs: answer.runs.toLocaleString("en"), children: answer.children});
    $("stand-in").textContent = answer.stand_in;
    $("results").hidden = false;
    $("summary").replaceChildren(...answer.summary.map(text => element("p", {}, text)));
    $("chosen").replaceChildren(...answer.chosen.map((one, k) => this.card(one, k)));
    options($("gain"), answer.objectives.map(n => [n, this.named(n)]), answer.objectives[0]);
    options($("choice"), answer.chosen.map(c => [c.kind, W.chosen[c.kind]]), answer.chosen[0].kind);
    this.table($("mixes-table"), [...W.mixes_columns.map(c => say(c, answer)), ...answer.objectives.map(n => this.named(n))],
      answer.mixes.map(m => [m.words, whole(m.cost), ...answer.objectives.map(n => difference(m.gains[n], schema.outcomes[n].unit))]));
    this.showMixes();
    this.showYear();
    $("results-title").focus();
  }

  // The strategy of a choice in the words of the app: what, and its doses.
  doings(one) {
    const does = Object.entries(one.strategy).filter(([name]) => name in this.schema.interventions);
    return does.length ? element("ul", {class: "does"}, ...does.map(([name, doses]) => element("li", {}, element("b", {}, label("interventions", name)), ...this.doses(name, doses)))) : element("p", {}, W.plan_nothing);
  }

  // The same in a sentence.
  inWords(one) {
    const does = Object.entries(one.strategy).filter(([name]) => name in this.schema.interventions);
    return does.map(([name, doses]) => [label("interventions", name), ...this.doses(name, doses)].join("")).join("; ");
  }

  doses(name, doses) {
    const said = Object.entries(doses).map(([k, v]) => saidDose(k, v, this.schema.interventions[name].doses[k]));
    return said.length ? [`: ${said.join(", ")}`] : [];
  }

  // Of a cost or a strain more is no gain, and a label says so.
  named(outcome) {
    const said = label("outcomes", outcome);
    return this.less(outcome) ? say(W.less_is_better, {outcome: said}) : said;
  }

  less(outcome) { return this.schema.outcomes[outcome].better === "lower"; }

  // The choices of the same mix as one that stands before it.
  sameBefore(k) {
    const {chosen} = this.answer, mix = one => JSON.stringify(one.strategy);
    return chosen.slice(0, k).filter(one => mix(one) === mix(chosen[k])).map(one => W.chosen[one.kind]);
  }

  card(one, k) {
    const {answer, schema} = this, first = answer.objectives[0], same = this.sameBefore(k);
    const unit = name => schema.outcomes[name].unit, said = v => difference(v, unit(first));
    return element("article", {class: `card strategy s${k + 1}`}, element("h3", {}, W.chosen[one.kind]), element("p", {class: "small"}, W.chosen_lead[one.kind]),
      same.length ? element("p", {class: "note"}, say(W.plan_same, {names: same.join(", ")})) : "", this.doings(one), element("p", {}, element("b", {}, say(W.plan_cost, {cost: money(one.cost, answer.currency), child: small(one.cost / answer.children, answer.currency)}))),
      element("dl", {class: "gains"}, ...answer.objectives.flatMap(n => [element("dt", {}, this.named(n)), element("dd", {}, difference(one.gains[n], unit(n)))])),
      element("p", {class: "small"}, say(W.plan_unsure, {outcome: label("outcomes", first), draws: answer.draws, low: said(one.low), middle: said(one.middle), high: said(one.high)})),
      element("p", {}, one.why), element("p", {class: "small"}, element("b", {}, W.plan_unless), ` ${saidNumbers(one.unless, schema)}`));
  }

  chart(name) {
    const [title, caption] = JSON.parse($("said").textContent)[name];
    if (!this.charts[name]) {
      this.charts[name] = new Chart(name, this.specs[name], title);
      this.charts[name].box.append(element("p", {class: "small"}, caption));
      $(name).append(this.charts[name].box);
    }
    return this.charts[name];
  }

  showMixes() {
    const {answer, schema} = this, outcome = $("gain").value, unit = schema.outcomes[outcome].unit, chart = this.chart("mixes");
    const at = one => ({cost: one.cost, gain: one.gains[outcome]}), dearest = Math.max(answer.budget, ...answer.mixes.map(m => m.cost));
    // one point may be two choices: their names stand together
    const chosen = answer.chosen.map(one => ({...at(one), kind: one.kind, left: one.cost > dearest / 2}));
    for (const one of chosen) {
      const same = chosen.filter(other => other.cost === one.cost && other.gain === one.gain);
      one.label = same[0] === one ? same.map(other => W.chosen[other.kind]).join(", ") : "";
    }
    const robust = answer.chosen[0], less = this.less(outcome), good = less ? -1 : 1;
    const top = answer.mixes.reduce((a, b) => good * b.gains[outcome] > good * a.gains[outcome] ? b : a);
    chart.text.textContent = say(less ? W.plane_sentence_less : W.plane_sentence, {many: answer.mixes.length, budget: money(answer.budget, answer.currency), gain: difference(robust.gains[outcome], unit),
      outcome: label("outcomes", outcome).toLowerCase(), cost: money(robust.cost, answer.currency), largest: difference(top.gains[outcome], unit), dearest: money(top.cost, answer.currency)});
    chart.put({rows: answer.mixes.map(at), chosen: chosen.filter(one => one.label), zero: [{at: 0}], budget: [{at: answer.budget}]},
      {...axisOfDifference(unit), measure: say(less ? W.axis_less : W.axis_gain, {unit: axisUnit(unit, answer.currency)}), cost: say(W.axis_cost, {currency: answer.currency})});
  }

  showYear() {
    const {answer} = this, one = answer.chosen.find(c => c.kind === $("choice").value), chart = this.chart("year");
    const doing = one.calendar.map(([week, what, who, more, many, minutes, hours]) => ({week, what: channel(what), who, more, many, minutes, hours}));
    const rows = Object.values(doing.reduce((all, r) => { const k = `${r.week}|${r.what}|${r.more}`; all[k] = all[k] ? {...all[k], hours: all[k].hours + r.hours} : r; return all; }, {}));
    const added = rows.filter(r => r.more), byWeek = {};
    for (const r of added) byWeek[r.week] = (byWeek[r.week] ?? 0) + r.hours;
    const weeks = Object.keys(byWeek), fullest = weeks.reduce((a, b) => byWeek[b] > byWeek[a] ? b : a, weeks[0]);
    const shown = h => Math.round(h).toLocaleString("en");
    const told = added.length && byWeek[fullest] >= 1;
    chart.text.textContent = told ? say(W.year_sentence, {what: this.inWords(one), hours: shown(added.reduce((s, r) => s + r.hours, 0)), weeks: weeks.length, fullest, most: shown(byWeek[fullest])}) : added.length ? say(W.year_no_hours, {what: this.inWords(one)}) : W.year_nothing;
    const order = [...rows].sort((a, b) => b.more - a.more);
    chart.put({rows: order}, {height: 30 * new Set(rows.map(r => r.what)).size});
    this.table($("calendar"), W.calendar_columns, doing.map(r => [r.week, r.what, r.who, r.more ? W.yes : W.no, r.many, r.minutes, r.hours]));
  }

  table(box, head, rows) {
    const body = rows.map(row => element("tr", {}, ...row.map((cell, k) => element(k ? "td" : "th", k ? {} : {scope: "row"}, String(cell)))));
    box.replaceChildren(element("table", {}, element("thead", {}, element("tr", {}, ...head.map(text => element("th", {scope: "col"}, text)))), element("tbody", {}, ...body)));
  }

  // The three, beside the routine, on the same preschools; two of the same mix are one card.
  compare() {
    const {place, district} = this.planned, {chosen} = this.answer;
    const cards = [{name: W.routine, strategy: {routine: {}}}];
    chosen.forEach((one, k) => {
      const [first] = this.sameBefore(k), there = cards.find(card => card.name.split(", ")[0] === first);
      if (there) there.name += `, ${W.chosen[one.kind]}`; else cards.push({name: W.chosen[one.kind], strategy: one.strategy});
    });
    location.assign(`/compare#${toLink({start: {place}, cards, sheet: district?.name})}`);
  }
}

function isPlan({budget, hours = 0, place, objective, levers}) {
  const among = (id, value) => [...$(id).options].some(one => one.value === value);
  return Number.isFinite(budget) && Number.isFinite(hours) && among("place", place) && among("objective", objective) && Array.isArray(levers);
}

try {
  const [schema, specs] = await Promise.all([ask("/api/schema"), ask("/api/charts")]);
  window.plan = new Plan(schema, specs);
  document.body.dataset.ready = "yes";
} catch (error) {
  $("message").hidden = false;
  $("message").textContent = error.message;
  if (!(error instanceof Refused)) throw error;
}
