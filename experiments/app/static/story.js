// A family's story: what happened to it, week by week, with the rule behind each sentence.
import {ask, Refused} from "./api.js";
import {element} from "./controls.js";
import {W, say} from "./words.js";

const $ = id => document.getElementById(id);

export class Story {
  constructor(page) {
    this.page = page;
    this.row = -1;
    $("read-story").addEventListener("click", () => this.read($("family").valueAsNumber - 1));
    $("least").addEventListener("click", () => this.read(this.extreme(-1)));
    $("most").addEventListener("click", () => this.read(this.extreme(1)));
  }

  // Who was in contact in the fewest or the most weeks so far.
  extreme(sign) {
    const {map, player} = this.page, n = map.families, met = new Int32Array(n);
    for (let w = 0; w < Math.max(1, player.week); w++) for (let i = 0; i < n; i++) met[i] += map.contact[w * n + i] ? 1 : 0;
    let best = 0;
    met.forEach((m, i) => { if (sign * m > sign * met[best]) best = i; });
    return best;
  }

  async read(row) {
    try {
      this.told = await ask("/api/family", {...this.page.asked.request(), family: row});
      this.row = row;
      this.page.map.chosen = row;
      this.page.map.draw();
      $("family").value = row + 1;
      $("family").max = this.page.map.families;
      this.draw();
      $("story").focus({preventScroll: true});
      this.page.refuse(null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.page.refuse(error);
    }
  }

  draw() {
    const {who, weeks} = this.told;
    const list = element("ol", {tabindex: "0", "aria-label": say(W.story_of, {number: this.row + 1})});
    for (const {week, sentences} of weeks) for (const {text, rule} of sentences) {
      const told = rule ? element("details", {}, element("summary", {}, text), element("p", {class: "small"}, rule.says, " ", element("code", {}, rule.where))) : text;
      list.append(element("li", {"data-week": week}, element("b", {}, say(W.week_short, {week})), element("div", {}, told)));
    }
    $("story").replaceChildren(element("p", {}, who), list);
    this.show(this.page.player.week);
  }

  // What has not happened yet is paler.
  show(week) {
    for (const item of $("story").querySelectorAll("li")) item.classList.toggle("later", Number(item.dataset.week) > week);
  }
}
