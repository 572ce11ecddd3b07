// What is asked for: where the run starts, what changes in mid-run, the luck; with a past that can be undone.
import {isCount, isTable} from "./address.js";
import {W, label, say} from "./words.js";

const copy = value => structuredClone(value);
const PARTS = ["culture", "policy", "budget"];
const USUAL = {families: 300, weeks: 52};

// Whether a link or file has the form of what is asked for; whether it can be run, the server says.
export function isAsked({start, events = [], seed = 1}) {
  const changes = [...(Array.isArray(start?.events) ? start.events : []), ...(Array.isArray(events) ? events : [null])];
  return isTable(start) && Number.isInteger(seed) && [...PARTS, "numbers"].every(part => start[part] === undefined || isTable(start[part]))
    && (start.strategy == null || typeof start.strategy === "string" || isStrategy(start.strategy))
    && changes.every(one => isTable(one) && Number.isInteger(one.week) && isTable(one.set));
}

// A number of a link that cannot be had is put back to the usual one; gives what is to be said of it.
export function putBack(said, limits) {
  return Object.entries(limits).filter(([name, [least, most]]) => name in said && !isCount(said[name], least, most)).map(([name, [least, most, usual = USUAL[name]]]) => {
    const was = said[name] ?? W.empty;
    said[name] = usual;
    return say(W.put_back, {name: label("asked", name), was, usual, least, most});
  }).join(" ");
}

export const isStrategy = said => isTable(said) && Object.entries(said).every(([name, doses]) => name === "funded" || isTable(doses));

export class Asked {
  constructor(schema, place) {
    this.schema = schema;
    this.first = place;
    this.history = [];
    this.fresh();
  }

  fresh() {
    this.start = {place: this.first, ...USUAL, strategy: {routine: {}}, against: "as_it_is"};
    this.events = [];
    this.seed = 1;
  }

  // A scenario from a link or file; a named strategy is written out so that its doses have sliders.
  open({start, events = [], seed = 1}) {
    this.start = copy(start);
    const named = this.schema.strategies[this.start.strategy];
    if (typeof this.start.strategy === "string") this.start.strategy = copy(named?.strategy ?? {routine: {}});
    this.start.strategy ??= {routine: {}};
    this.start = {...USUAL, ...this.start};
    this.events = copy([...(this.start.events ?? []), ...events]);
    delete this.start.events;
    delete this.start.replicates;
    this.seed = seed;
  }

  request() {
    return {start: this.start, events: [...this.events].sort((a, b) => a.week - b.week), seed: this.seed};
  }

  // `also`: what else comes back with it, as the question that was open.
  remember(also = {}) { this.history.push(copy({...this.request(), ...also})); if (this.history.length > 100) this.history.shift(); }
  undo() { const before = this.history.pop(); if (before) this.open(before); return before; }

  get place() { return this.schema.places.find(p => p.name === this.start.place) ?? this.schema.places[0]; }

  // What the other arm is, as the words of the page call it: the place as it is, this place under its old law, or else.
  get comparedWith() {
    const {against} = this.start;
    return against === "as_it_is" ? "baseline" : isTable(against) && "policy" in against && !("culture" in against) ? "law" : "other";
  }

  // The value in force: at the start (week 0), or in a week with the changes up to it.
  value(part, name, week = 0) {
    let value = this.start[part]?.[name];
    if (part === "numbers") return value;
    value ??= this.place.values[part][name];
    for (const event of this.before(week)) if (`${part}.${name}` in event.set) value = event.set[`${part}.${name}`];
    return value;
  }

  strategy(week = 0) {
    const now = copy(this.start.strategy);
    for (const event of this.before(week)) {
      for (const [key, value] of Object.entries(event.set)) {
        const [part, name, dose] = key.split(".");
        if (part !== "strategy") continue;
        if (dose) (now[name] ??= {})[dose] = value;
        else if (value === null) delete now[name];
        else now[name] = copy(value);
      }
    }
    return now;
  }

  before(week) { return week ? [...this.events].sort((a, b) => a.week - b.week).filter(e => e.week <= week) : []; }

  set(part, name, value, week = 0) {
    if (week && part !== "numbers") { this.event(week)[`${part}.${name}`] = value; return; }
    const same = part !== "numbers" && value === this.place.values[part][name];
    this.start[part] ??= {};
    if (same || value === undefined) delete this.start[part][name]; else this.start[part][name] = value;
    if (!Object.keys(this.start[part]).length) delete this.start[part];
  }

  begin(name, doses, week = 0) {
    if (week) this.event(week)[`strategy.${name}`] = doses; else this.start.strategy[name] = doses;
  }

  end(name, week = 0) {
    if (!week) { delete this.start.strategy[name]; return; }
    const set = this.event(week);
    for (const key of Object.keys(set)) if (key.startsWith(`strategy.${name}.`)) delete set[key];
    set[`strategy.${name}`] = null;
  }

  dose(name, dose, value, week = 0) {
    if (!week) { this.start.strategy[name][dose] = value; return; }
    const set = this.event(week), whole = set[`strategy.${name}`];
    if (whole) whole[dose] = value; else set[`strategy.${name}.${dose}`] = value;
  }

  event(week) {
    let event = this.events.find(e => e.week === week);
    if (!event) this.events.push(event = {week, set: {}});
    return event.set;
  }

  // Every change as {week, key, value, remove}, for the list with undo.
  changes() {
    const list = [];
    for (const part of [...PARTS, "numbers"]) {
      for (const [name, value] of Object.entries(this.start[part] ?? {})) {
        list.push({week: 0, key: part === "numbers" ? name : `${part}.${name}`, part, value, remove: () => this.set(part, name, undefined)});
      }
    }
    for (const [name, value] of Object.entries(this.start.strategy)) {
      if (typeof value === "object" && name !== "routine") list.push({week: 0, key: `strategy.${name}`, value, remove: () => this.end(name)});
    }
    for (const event of [...this.events].sort((a, b) => a.week - b.week)) {
      for (const [key, value] of Object.entries(event.set)) {
        list.push({week: event.week, key, value, remove: () => {
          delete event.set[key];
          this.events = this.events.filter(e => Object.keys(e.set).length);
        }});
      }
    }
    return list;
  }
}
