// What is asked for, kept where it can be found again: in the address, in the link beside it, in a file.
import {fromAddress, onOtherAddress} from "./address.js";
import {ask, copyFrom, download, toLink} from "./api.js";
import {isAsked, putBack} from "./scenario.js";
import {W, say} from "./words.js";

const $ = id => document.getElementById(id);
const ADDRESS_EVERY = 400; // milliseconds

export class Kept {
  constructor(page) {
    this.page = page;
    const click = (id, what) => $(id).addEventListener("click", what);
    click("save", () => this.save());
    click("open", () => $("file").click());
    $("file").addEventListener("change", () => this.openFile());
    click("copy", () => page.tell(copyFrom($("link")) ? W.copied : W.copy_failed));
    onOtherAddress(() => { if (location.hash.slice(1) !== this.link) this.fromAddress(); }, () => this.toAddress());
  }

  // A browser refuses an address that changes with every move of a hand: the first at once, then the newest now and then;
  // what is done is written at once.
  keep(done = false) {
    this.link = toLink({...this.page.asked.request(), week: this.page.player.week});
    $("link").value = `${location.href.split("#")[0]}#${this.link}`;
    this.inAddress ??= setTimeout(() => { this.inAddress = null; this.toAddress(); }, ADDRESS_EVERY);
    if (done || performance.now() - (this.lastAddress ?? -Infinity) > ADDRESS_EVERY) this.toAddress();
  }

  toAddress() {
    if (location.hash.slice(1) === this.link) return;
    this.lastAddress = performance.now();
    history.replaceState(null, "", `#${this.link}`);
  }

  async fromAddress() {
    const {page} = this, said = fromAddress();
    if (said === undefined) return page.again();
    if (!said || !isAsked(said)) return this.asUsual(W.link_broken);
    const back = putBack(said.start, {families: [1, Number($("families").max)], weeks: [1, Number($("weeks").max)]});
    page.asked.open(said);
    page.opened = Number.isInteger(said.week) ? said.week : undefined;
    if (page.result) page.player.go(page.opened ?? page.player.week);
    await page.again();
    if (back && $("message").hidden) return page.note(back);
    return page.result || $("message").hidden ? null : this.asUsual(say(W.link_refused, {why: $("message").textContent}));
  }

  // What the page begins with, where a link cannot be opened; undo brings back what stood there.
  async asUsual(why) {
    this.page.asked.remember();
    this.page.asked.fresh();
    await this.page.again();
    this.page.note(why);
  }

  async save() {
    try {
      const text = await ask("/api/save", this.page.asked.request());
      download("my_scenario.yaml", text);
      this.page.tell(say(W.saved, {name: "my_scenario.yaml"}));
    } catch (error) { this.page.refuse(error); }
  }

  async openFile() {
    const file = $("file").files[0];
    $("file").value = "";
    if (!file) return;
    try {
      const said = await ask("/api/open", {text: await file.text()});
      await this.page.alter(() => this.page.asked.open(said));
      this.page.tell(say(W.opened, {name: file.name}));
    } catch (error) { this.page.refuse(error); }
  }
}
