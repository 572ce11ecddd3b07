// The address of a page holds what is asked for, so that a reload or a link shows the same.
import {fromLink, toLink} from "./api.js";

// What the address says: undefined where it says nothing, null where it cannot be read.
export function fromAddress() {
  const text = location.hash.slice(1);
  if (!text || document.getElementById(text)) return undefined; // a place on the page, as that of the link to skip to
  const said = fromLink(text);
  return isTable(said) ? said : null;
}

export function toAddress(value) {
  const link = toLink(value);
  if (location.hash.slice(1) !== link) history.replaceState(null, "", `#${link}`);
}

// Beside it, before the link: which question of the class is open.
export function keepQuestion(number) {
  history.replaceState(null, "", location.pathname + (number ? `?question=${number}` : "") + location.hash);
}

// A link that cannot be read is not kept.
export function forget() {
  history.replaceState(null, "", location.pathname + location.search);
}

// Somebody puts another link into the address of a page that is open; a jump to a place on it is no link, and takes none away.
export function onOtherAddress(then, keep) {
  window.addEventListener("hashchange", () => { if (fromAddress() === undefined) keep(); else then(); });
}

export const isTable = thing => typeof thing === "object" && thing !== null && !Array.isArray(thing);
export const isCount = (thing, least, most) => Number.isInteger(thing) && thing >= least && thing <= most;
