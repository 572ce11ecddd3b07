// Sliders and switches built from what the model declares: a new intervention appears here by itself.
import {W, dose, help, label, named, plain, say, setting} from "./words.js";

let serial = 0;

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

export function options(select, entries, chosen) {
  select.replaceChildren(...entries.map(([value, text]) => element("option", {value, selected: value === chosen}, text)));
  select.value = chosen;
}

export const whole = input => Number.isNaN(input.valueAsNumber) ? null : input.valueAsNumber; // null: left empty

// One control: label, value, slider or choice, and what it is. `change(value, done)`: done when the hand lets go.
export function control({name, title, said, declared, value, changed, disabled, change}) {
  const id = `c${++serial}`;
  const shown = element("span", {class: "shown"}, setting(value, declared));
  const about = element("p", {class: "small", id: `${id}-about`, hidden: true}, explanation(said, declared));
  const ask = element("button", {type: "button", class: "help", "aria-expanded": "false", "aria-controls": about.id,
    "aria-label": say(W.what_is_this, {name: title}), onclick: () => {
      about.hidden = !about.hidden;
      ask.setAttribute("aria-expanded", String(!about.hidden));
    }}, "?");
  const input = declared.choices ? choice(id, declared, value, change) : slider(id, declared, value, shown, change);
  input.disabled = Boolean(disabled);
  input.dataset.name = name;
  return element("div", {class: changed ? "control changed" : "control"},
    element("div", {class: "head"}, element("label", {for: id}, title), declared.choices ? "" : shown, ask), input, about);
}

function slider(id, declared, value, shown, change) {
  const low = Math.min(declared.low, value), high = Math.max(declared.high, value);
  const input = element("input", {type: "range", id, min: low, max: high, step: fine(value - low, declared.step)});
  input.value = value;
  const read = () => {
    shown.textContent = setting(input.valueAsNumber, declared);
    input.setAttribute("aria-valuetext", shown.textContent);
    return input.valueAsNumber;
  };
  read();
  input.addEventListener("input", () => change(read(), false));
  input.addEventListener("change", () => change(read(), true));
  return input;
}

// A step small enough that the value in force can be shown as it is.
function fine(distance, step) {
  for (let k = 0; k < 6; k++, step /= 2) if (Math.abs(distance / step - Math.round(distance / step)) < 1e-6) return step;
  return "any";
}

function choice(id, declared, value, change) {
  const select = element("select", {id, onchange: () => change(select.value, true)});
  options(select, declared.choices.map(c => [c, plain(c)]), value);
  return select;
}

function explanation(said, declared) {
  const range = declared.choices ? "" : say(W.plausible, {
    low: setting(declared.low, declared), high: setting(declared.high, declared), unit: ""}).replace(" .", ".");
  return [said, range, say(W.source, {source: declared.source})].filter(Boolean).join(" ");
}

// What a scenario asks for in mid-term and gets only when the next term starts, as the command line says it.
export function sayWhatWaits(box, waits) {
  const named = waits.map(said => `${said.replace(/^\w+/, name => label("interventions", name))}.`);
  if (box.childElementCount === named.length && named.every((said, k) => box.children[k].textContent === said)) return;
  box.replaceChildren(...named.map(said => element("p", {}, said)));
  box.hidden = !named.length;
}

// Culture, policy or budget; `edit` is {value(part, name), set(part, name, value, done), usual(part, name), now}.
export function partControls(box, part, schema, edit) {
  box.replaceChildren(...Object.entries(schema.parts[part]).map(([name, declared]) => {
    const full = `${part}.${name}`, value = edit.value(part, name);
    return control({
      name: full, title: label("controls", full), said: help(full), declared, value,
      changed: value !== edit.usual(part, name), disabled: edit.now && full === "culture.other_language",
      change: (to, done) => edit.set(part, name, to, done),
    });
  }));
}

// The interventions: a switch each, and its doses while it is on.
export function strategyControls(box, schema, strategy, edit) {
  const known = named("interventions"), place = name => (known.indexOf(name) + 1 || known.length + 1);
  const ordered = Object.entries(schema.interventions).sort(([a], [b]) => place(a) - place(b));
  box.replaceChildren(...ordered.map(([name, kind]) => {
    const on = name in strategy, settings = strategy[name] ?? {}, id = `c${++serial}`;
    const tick = element("input", {type: "checkbox", id, "data-name": `strategy.${name}`,
      onchange: () => edit.turn(name, tick.checked)});
    tick.checked = on;
    const about = element("p", {class: "small", id: `${id}-about`, hidden: true}, `${kind.sentence} §${kind.section}`);
    const title = label("interventions", name);
    const ask = element("button", {type: "button", class: "help", "aria-expanded": "false", "aria-controls": about.id,
      "aria-label": say(W.what_is_this, {name: title}), onclick: () => {
        about.hidden = !about.hidden;
        ask.setAttribute("aria-expanded", String(!about.hidden));
      }}, "?");
    const head = element("div", {class: "head"}, element("label", {class: "tick", for: id}, tick, title), ask);
    const body = element("div", {class: "body", hidden: !on});
    if (on) body.append(...doses(name, kind, settings, schema, edit));
    return element("div", {class: on ? "doing on" : "doing"}, head, about, body);
  }));
}

function doses(name, kind, settings, schema, edit) {
  const made = Object.entries(kind.doses).map(([one, declared]) => control({
    name: `strategy.${name}.${one}`, title: dose(one), said: "", declared, value: settings[one] ?? declared.default,
    change: (to, done) => edit.dose(name, one, to, done),
  }));
  const groups = {unit: "choice", choices: schema.groups, source: "a choice"};
  made.push(control({name: `strategy.${name}.for_whom`, title: W.for_whom, said: "", declared: groups,
    value: settings.for_whom ?? "all", change: (to, done) => edit.dose(name, "for_whom", to, done)}));
  const select = made.at(-1).querySelector("select");
  for (const option of select.options) option.textContent = W.groups[option.value] ?? plain(option.value);
  return made;
}

export function numberControls(box, group, schema, edit) {
  box.replaceChildren(...Object.entries(schema.numbers[group].numbers).map(([name, declared]) => {
    const full = `${group}.${name}`, value = edit.value("numbers", full) ?? declared.default;
    return control({name: full, title: plain(name), said: "", declared, value, changed: value !== declared.default,
      disabled: edit.now, change: (to, done) => edit.set("numbers", full, to, done)});
  }));
}
