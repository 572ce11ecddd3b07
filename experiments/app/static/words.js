// The words of the page, and numbers as people read them.
const all = JSON.parse(document.getElementById("words").textContent);
export const W = all.script;
export const COLOURS = all.colours; // of the groups, as the charts have them

export function say(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

export const plain = name => name.replaceAll("_", " ");
const upper = text => text.charAt(0).toUpperCase() + text.slice(1);

export function label(kind, name) {
  const known = all[kind]?.[name];
  return (typeof known === "object" ? known.label : known) ?? derived(kind, name) ?? upper(plain(name.split(".").pop()));
}

// What is made of another outcome, or counted by channel, is called after that.
function derived(kind, name) {
  if (kind !== "outcomes") return undefined;
  const [, of, what] = name.match(/^(.+)_(growth|gap|behind)$/) ?? [];
  if (of in all.outcomes) return say(W.of_an_outcome[what], {of: label("outcomes", of)});
  const [, channel] = name.match(/^contacts_(.+)$/) ?? [];
  return channel in all.channels ? say(W.of_an_outcome.contacts, {of: label("channels", channel).toLowerCase()}) : undefined;
}

// A group of numbers is declared as one word of several: HomePractice.
export const numberGroup = name => upper(name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`));

export const isOutcome = name => name in all.outcomes || derived("outcomes", name) !== undefined;

// The names of a kind that have a word of their own, best known first.
export const named = kind => Object.keys(all[kind]);

export const help = name => all.controls[name]?.help ?? "";
export const dose = name => all.doses[name] ?? plain(name);

export const NONE = "–"; // of a group without families

const ofShares = unit => unit.startsWith("share") || unit === "difference of shares";

// A level with its unit: shares in per cent, so that nobody has to translate.
export function level(value, unit) {
  if (value == null) return NONE;
  if (unit === "difference of shares") return difference(value, unit);
  if (unit.startsWith("share")) return `${Math.round(value * 100)}%`;
  if (unit === "usual effort") return size(value, unit); // how far off somebody is, no ratio
  if (unit === "times ordinary") return `${value.toFixed(2)} × usual`;
  if (unit === "SD") return `${signed(value, 2)} SD`;
  const text = Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(Number.isInteger(value) ? 0 : 1);
  return `${text} ${text === "1" ? unit.replace(/^(\w+)s /, "$1 ") : unit}`; // 1 contact a year
}

// How far two levels lie apart: of shares in points. `size` says only how far, for a sentence that says which way.
export const difference = (value, unit, more = 0) => value == null ? NONE : apart(value, unit, signed, more);
export const size = (value, unit) => apart(Math.abs(value), unit, unsigned);

function apart(value, unit, number, more = 0) {
  if (ofShares(unit)) return `${number(value * 100, 1, more)} ${W.difference_units.share}`;
  return `${number(value, unit === "SD" || unit === "times ordinary" || Math.abs(value) < 1 ? 2 : 1, more)} ${W.difference_units[unit] ?? unit}`;
}

// How many decimals more than usual two differences need, that they are not read as the same number.
const MOST_DECIMALS = 6;
export function decimalsToTell(low, high, unit) {
  if (low == null || high == null || low === high) return 0;
  for (let more = 0; more <= MOST_DECIMALS; more++) if (difference(low, unit, more) !== difference(high, unit, more)) return more;
  return 0; // what differs by less is the same
}

// What an axis shows: levels of shares in per cent, differences in points, as the sentences have them.
export const axisOf = unit => ofShares(unit) ? {times: 100, ending: "%"} : {times: 1, ending: ""};
export const axisOfDifference = unit => ({...axisOf(unit), ending: ""});

// Below this nobody would see a difference on the page.
export const visible = (value, unit) => Math.abs(value) >= (ofShares(unit) ? 0.0005 : 0.005);

function unsigned(value, decimals, more = 0) {
  const text = Math.abs(value).toFixed(decimals + more);
  return Number(text) >= 1000 ? Math.abs(value).toLocaleString("en", {minimumFractionDigits: more, maximumFractionDigits: more}) : text;
}

export const signed = (value, decimals, more = 0) =>
  (value < 0 && Number(Math.abs(value).toFixed(decimals + more)) !== 0 ? "−" : "+") + unsigned(value, decimals, more);

// Money is said in the currency of the place that the page is about.
let currency = "";
export const payIn = name => { currency = name; };
export const money = (value, of = currency) => `${Math.round(value).toLocaleString("en")} ${of}`;

// What a slider shows.
export function setting(value, control) {
  if (control.choices) return plain(String(value));
  if (control.unit.startsWith("share")) return `${Math.round(value * 100)}%`;
  const unit = control.unit === "sum of money" ? currency : all.units[control.unit] ?? control.unit;
  const text = Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en") : String(+Number(value).toPrecision(4));
  return unit ? `${text} ${unit}` : text;
}

// A dose as one says it: 12 a year, 50 books a family; or who comes: trained visitor.
export function saidDose(name, value, declared) {
  if (name === "for_whom") return W.groups[value] ?? plain(value);
  if (!declared) return `${dose(name)}: ${plain(String(value))}`;
  return declared.unit === "count" ? `${setting(value, declared)} ${dose(name)}` : `${dose(name)}: ${setting(value, declared)}`;
}

// A number of the model in a sentence, as the pages call it: Messages.weight_of_fatigue.
export const saidNumbers = (text, {numbers}) => text.replace(/\b(\w+)\.(\w+)\b/g,
  (all, group, name) => name in (numbers[group]?.numbers ?? {}) ? `“${numberGroup(group)}, ${plain(name)}”` : all);

// One change as the list of changes has it.
export function saidChange({key, value, part}, schema) {
  if (part === "numbers") { const [group, number] = key.split("."); return `${numberGroup(group)}, ${plain(number)}: ${value}`; }
  const [kind, name, one] = key.split(".");
  if (kind !== "strategy") return `${label("controls", key)} ${setting(value, schema.parts[kind][name])}`;
  const doing = label("interventions", name);
  if (value === null) return `${doing} ${W.ends}`;
  const doses = one ? [[one, value]] : Object.entries(value);
  return doing + (doses.length ? `: ${doses.map(([k, v]) => saidDose(k, v, schema.interventions[name]?.doses[k])).join(", ")}` : ` ${W.begins}`);
}

// The unit of a curve's axis, beside its title.
export const unitWord = unit => W.unit_words[unit] ?? unit;

// The unit along the axis of a difference; money in the place's own.
export const axisUnit = (unit, currency) => (W.axis_units[unit] ?? unit).replace("currency", currency);
