// A story of a family or an institution: what happened, week by week, with the rule behind each sentence.
import {ask, Refused} from "./api.js";
import {element, options} from "./controls.js";
import {W, say} from "./words.js";

const $ = id => document.getElementById(id);

export class Story {
  constructor(page) {
    this.page = page;
    $("read-story").addEventListener("click", () => this.readTyped());
    $("read-institution").addEventListener("click", () => { const [kind, number] = $("institution").value.split(" "); this.readInstitution(kind, Number(number)); });
    $("least").addEventListener("click", () => this.read(this.extreme(-1)));
    $("most").addEventListener("click", () => this.read(this.extreme(1)));
    $("another-language").addEventListener("click", () => this.readAnotherLanguage());
  }

  // Who was in contact in the fewest or the most weeks so far.
  extreme(sign) {
    const {map, player} = this.page, n = map.families, met = new Int32Array(n);
    for (let w = 0; w < Math.max(1, player.week); w++) for (let i = 0; i < n; i++) met[i] += map.contact[w * n + i] ? 1 : 0;
    let best = 0;
    met.forEach((m, i) => { if (sign * m > sign * met[best]) best = i; });
    return best;
  }

  // The next after the one that is read, so that pressing again tells of another.
  readAnotherLanguage() {
    const {map} = this.page, {language} = map.seats, n = map.families;
    const row = language.map((_, k) => (map.chosen + 1 + k) % n).find(k => language[k] > 0);
    return row === undefined ? this.page.note(W.no_such_language) : this.read(row);
  }

  readTyped() {
    const number = $("family").valueAsNumber, families = this.page.map.families;
    if (Number.isInteger(number) && number >= 1 && number <= families) return this.read(number - 1);
    return this.page.note(say(W.no_such_family, {families}));
  }

  read(row) {
    return this.tell("/api/family", {family: row}, say(W.story_of, {number: row + 1}), () => {
      this.mark(row, null);
      $("family").value = row + 1;
      $("family").max = this.page.map.families;
    });
  }

  readInstitution(kind, number) {
    return this.tell("/api/institution", {kind, number}, this.nameOf(kind, number), () => {
      this.mark(-1, {kind, number});
      $("institution").value = `${kind} ${number}`;
    });
  }

  mark(row, institution) {
    this.page.map.chosen = row;
    this.page.map.institutions.chosen = institution;
    this.page.map.draw();
  }

  nameOf(kind, number) {
    if (kind === "authority") return W.authority;
    if (kind === "committee") return say(W.committee_of, {number: number + 1});
    return say(W.organisation_number, {kind: W.organisations[this.page.result.institutions.organisations[number]], number: number + 1});
  }

  // The list for those who do not click on the map: the same institutions.
  choices(result) {
    const schools = Math.max(...result.seats.preschool_of_room) + 1, chosen = $("institution").value;
    const all = [["authority", 0], ...Array.from({length: schools}, (_, k) => ["committee", k]), ...result.institutions.organisations.map((_, k) => ["organisation", k])];
    if (all.length === $("institution").options.length) return;
    options($("institution"), all.map(([kind, k]) => [`${kind} ${k}`, this.nameOf(kind, k)]), chosen || "authority 0");
  }

  // A story belongs to its run: where another school or another year is shown, it is put away.
  hold(request) {
    if (!this.told || JSON.stringify(request) === this.of) return;
    this.told = null;
    $("story").replaceChildren();
    this.mark(-1, null);
  }

  async tell(url, whose, name, then) {
    try {
      const request = this.page.asked.request(), of = JSON.stringify(request);
      const told = await ask(url, {...request, ...whose});
      if (JSON.stringify(this.page.asked.request()) !== of) return; // what was changed meanwhile has another story
      Object.assign(this, {told, of});
      this.name = name;
      then();
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
    const list = element("ol", {tabindex: "0", "aria-label": this.name}), more = element("p", {class: "small", id: "story-more"});
    for (const {week, sentences} of weeks) for (const {text, rule} of sentences) {
      const told = rule ? element("details", {}, element("summary", {}, text), element("p", {class: "small"}, rule.says, " ", element("code", {}, rule.where))) : text;
      list.append(element("li", {"data-week": week}, element("b", {}, say(W.week_short, {week})), element("div", {}, told)));
    }
    $("story").replaceChildren(element("p", {}, who), list, more);
    this.show(this.page.player.week);
  }

  // What has not happened yet is not told.
  show(week) {
    const items = [...$("story").querySelectorAll("li")], more = $("story-more");
    if (!more) return; // nobody's story is open
    for (const item of items) item.hidden = Number(item.dataset.week) > week;
    const left = items.filter(item => item.hidden).length;
    $("story").querySelector("ol").hidden = left === items.length;
    more.hidden = !left;
    more.textContent = week ? say(W.story_goes_on, {week}) : W.story_begins;
  }
}
