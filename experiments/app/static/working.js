// A quiet sign that something asked for is under way. What comes within a third of a second needs none.
import {W} from "./words.js";

const AFTER = 333, REST = 60; // milliseconds: a hand on a slider asks again as soon as it is answered
let under = 0, toShow = null, toHide = null;

// Gives the work's own promise back.
export function working(work) {
  begin();
  return work.finally(end);
}

function begin() {
  under += 1;
  clearTimeout(toHide);
  toShow ??= setTimeout(() => show(true), AFTER);
}

function end() {
  under -= 1;
  if (!under) toHide = setTimeout(() => { clearTimeout(toShow); toShow = null; show(false); }, REST);
}

// What is drawn is marked as about to change; the sign speaks for itself and so stands outside.
function show(on) {
  document.getElementById("working").textContent = on ? W.working : "";
  document.getElementById("charts")?.setAttribute("aria-busy", String(on));
}
