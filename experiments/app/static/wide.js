// A table wider than the page moves sideways within its box, and a sentence over it says so, and how.
import {element} from "./controls.js";
import {W} from "./words.js";

let boxes = 0;

// A table's caption is as wide as all of it: what it says is apart, so that it can stay in sight.
export const caption = text => element("caption", {}, element("span", {}, text));

// The box has to be on the page already; its table may come later, or another one.
export function wide(box) {
  const note = element("p", {class: "small", id: `wide-${boxes += 1}`, hidden: true}, W.wide);
  box.before(note);
  const look = () => {
    note.hidden = box.scrollWidth <= box.clientWidth;
    if (note.hidden) box.removeAttribute("aria-describedby"); else box.setAttribute("aria-describedby", note.id);
  };
  new ResizeObserver(look).observe(box);
  new MutationObserver(look).observe(box, {childList: true});
}
