// A planner's own preschools: the sheet stays in this tab, for Compare and Plan, until it is forgotten or the tab is closed.
import {Refused, ask} from "./api.js";
import {W, say} from "./words.js";

const $ = id => document.getElementById(id);
const LARGEST = 2_000_000, KEPT = "district";

export class District {
  constructor(changed) {
    this.changed = changed;
    this.sheet = null;
    $("open-district").addEventListener("click", () => $("district").click());
    $("district").addEventListener("change", () => this.open());
    $("forget").addEventListener("click", () => this.keep(null, ""));
    const kept = this.kept();
    this.keep(kept?.sheet ?? null, kept?.text ?? "");
  }

  async open() {
    const file = $("district").files[0];
    $("district").value = "";
    if (!file) return;
    if (file.size > LARGEST) { this.refuse(W.district_large); return; }
    const sheet = {name: file.name, content: await inBase64(file)};
    try {
      const said = await ask("/api/district", {sheet});
      const empty = Object.keys(said.left_empty).map(n => n.replaceAll("_", " ")).join(", ");
      const read = say(W.district_opened, {...said, name: file.name}) + (empty ? " " + say(W.district_empty, {names: empty}) : "");
      this.keep(sheet, [read, ...said.notes].join("\n"));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refuse(error.message);
    }
  }

  // A wrong sheet does not take the place of the one that is open.
  refuse(why) {
    $("district-said").textContent = this.sheet ? `${why}\n${say(W.district_kept, {name: this.sheet.name})}` : why;
  }

  keep(sheet, text) {
    this.sheet = sheet;
    $("forget").hidden = !sheet;
    $("district-said").textContent = text;
    try {
      if (sheet) sessionStorage.setItem(KEPT, JSON.stringify({sheet, text})); else sessionStorage.removeItem(KEPT);
    } catch { /* a browser without room for it: the sheet is opened again on the next page */ }
    this.changed(sheet);
  }

  kept() {
    try { return JSON.parse(sessionStorage.getItem(KEPT)); } catch { return null; }
  }
}

async function inBase64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let k = 0; k < bytes.length; k += 32768) text += String.fromCharCode(...bytes.subarray(k, k + 32768));
  return btoa(text);
}
