// What matters: results that were stored before, as they are.
import {ask, Refused} from "./api.js";
import {element, options} from "./controls.js";
import {wide} from "./wide.js";
import {W, isOutcome, label, plain, say} from "./words.js";

const $ = id => document.getElementById(id);

async function show(number) {
  const one = await ask(`/api/stored/${number}`);
  $("question").textContent = one.question || one.name;
  $("about").textContent = [many(one), say(W.stored_written, {written: day(one.written)}), one.stand_in ?? ""].join(" ");
  $("pictures").replaceChildren(...one.pictures.map(name => element("figure", {class: "chart"},
    element("img", {src: `/api/stored/${number}/${encodeURIComponent(name)}`, alt: say(W.stored_picture, {name: plain(name.replace(/\.\w+$/, ""))})}),
    element("figcaption", {class: "small"}, plain(name.replace(/\.\w+$/, ""))))));
  $("tables").replaceChildren(...Object.entries(one.tables).map(([name, table]) => folded(name, table)));
}

function folded(name, {columns, rows, of}) {
  const box = element("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": plain(name)}, element("table", {},
    element("thead", {}, element("tr", {}, ...columns.map(c => element("th", {scope: "col"}, named(c))))),
    element("tbody", {}, ...rows.map(row => element("tr", {}, ...row.map((cell, k) => element("td", {}, said(columns[k], cell))))))));
  const title = rows.length < of ? say(W.stored_first, {name: plain(name), rows: rows.length, of}) : `${plain(name)} (${of})`;
  const made = element("details", {}, element("summary", {}, title), box);
  wide(box);
  return made;
}

// An experiment counts its runs, a single scenario its seeds.
const many = ({runs, seeds}) => runs ? say(W.stored_runs, {runs: runs.toLocaleString("en")}) : seeds ? say(W.stored_seeds, {seeds}) : "";
const day = (written = "?") => written.replace(/^(\S+)T(\d\d:\d\d):\d\dZ$/, "$1, $2 UTC");

// A file calls things as the model does; people read their labels.
const named = name => isOutcome(name) ? label("outcomes", name) : plain(name);

function said(column, cell) {
  if (column === "outcome") return named(cell);
  return column === "group" ? W.groups[cell] ?? plain(cell) : shorter(cell);
}

const shorter = cell => /^-?\d+\.\d{5,}/.test(cell) ? Number(cell).toPrecision(4) : cell;

try {
  const all = await ask("/api/stored");
  $("nothing").hidden = all.length > 0;
  $("some").hidden = !all.length;
  options($("result"), all.map(one => [String(one.number), one.question ? `${one.question} (${one.name})` : one.name]), "0");
  $("result").addEventListener("change", () => show($("result").value));
  if (all.length) await show(0);
  document.body.dataset.ready = "yes";
} catch (error) {
  $("message").hidden = false;
  $("message").textContent = error.message;
  if (!(error instanceof Refused)) throw error;
}
