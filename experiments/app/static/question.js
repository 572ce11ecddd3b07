// The questions of the lesson: each a card and a scenario to start from, with what it asks to look at.
import {keepQuestion} from "./address.js";
import {W, say} from "./words.js";

const $ = id => document.getElementById(id);

export class Question {
  constructor(page) {
    this.page = page;
    this.all = JSON.parse($("questions").textContent);
    this.number = 0;
    for (const chip of document.querySelectorAll("[data-question]")) chip.addEventListener("click", () => this.ask(Number(chip.dataset.question)));
    $("question-close").addEventListener("click", () => this.ask(0));
    $("question-guess").addEventListener("click", () => this.guess());
  }

  // Shows a question and opens what it starts from; `open` false: only shows it, beside what has been done with it since.
  async ask(number, open = true) {
    const {page} = this, one = this.all[number - 1];
    if (!open || !one) { this.show(number); return one ? page.again() : page.kept.keep(true); }
    await this.step(number, () => page.asked.open({...one, seed: 1}));
    page.player.go(0);
    return page.prediction.begin(one.look_at);
  }

  // Its guess was played to the end: what it teaches, and where it goes on from here.
  answered(outcome) {
    const one = this.all[this.number - 1], next = this.all[this.number];
    if (!one || outcome !== one.look_at) return;
    $("taught").hidden = false;
    $("taught-text").textContent = one.teaches;
    $("next-question").href = next ? `/?question=${this.number + 1}` : "/compare";
    $("next-question").textContent = next ? say(W.next_question, {number: this.number + 1, title: next.title}) : W.after_the_last;
  }

  // Down the page, on a telephone a long way, lies where a guess is made.
  guess() {
    const {prediction} = this.page;
    if (!prediction.on) prediction.begin(this.all[this.number - 1].look_at);
    $("predict-value").focus({preventScroll: true});
    $("prediction").scrollIntoView({block: "start"});
  }

  // A change that opens or closes a question: undo takes back both.
  step(number, change) {
    const question = this.number;
    this.show(number);
    return this.page.alter(change, {question});
  }

  // Where undo leads out of a question, its guess goes with it.
  back(number) {
    if (number !== this.number) this.page.prediction.stop();
    this.show(number);
  }

  // The card, and the curves that it asks to look at; none for 0.
  show(number) {
    const {page} = this, one = this.all[number - 1];
    this.number = one ? number : 0;
    document.querySelectorAll("[data-question]").forEach(chip => chip.setAttribute("aria-pressed", String(Number(chip.dataset.question) === number)));
    $("question").hidden = !one;
    $("taught").hidden = true; // until the guess is played
    keepQuestion(one && number);
    if (!one) return;
    page.dashed = "baseline";
    $("question-section").textContent = `${say(W.section, {section: one.section})} · ${one.about}`;
    for (const part of ["title", "text", "do"]) $(`question-${part}`).textContent = one[part];
    page.shown = [...new Set([one.look_at, ...one.show ?? [], ...page.shown])]; // all that its text asks to look at, the guess first
    for (const tick of document.querySelectorAll("#curves input")) tick.checked = page.shown.includes(tick.value);
  }
}
