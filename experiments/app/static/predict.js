// Predict first: what comes is hidden, one says or draws what one expects, and then it is played.
import {options} from "./controls.js";
import {levelOfSkill} from "./skills.js";
import {W, label, level, say} from "./words.js";

const $ = id => document.getElementById(id);

const LIMITS = {share: [0, 1], "usual effort": [0, Infinity]}; // what nobody can be below or above

export class Prediction {
  constructor(page) {
    this.page = page;
    this.on = false;
    this.points = [];
    page.player.rest = () => this.on ? this.week : null; // so that verdict and charts are of the same week
    $("predict").addEventListener("click", () => this.on ? this.stop() : this.begin());
    $("predict-play").addEventListener("click", () => this.see());
    $("predict-stop").addEventListener("click", () => this.stop());
    $("predict-outcome").addEventListener("change", () => this.aim());
    $("predict-group").addEventListener("change", () => this.aim());
    $("predict-value").addEventListener("input", () => { this.points = []; this.read(); });
  }

  begin(outcome = this.page.shown[0]) {
    if (!outcome) return; // no curve is shown
    this.on = true;
    $("prediction").hidden = false;
    $("predict").setAttribute("aria-expanded", "true");
    options($("predict-outcome"), this.page.shown.map(n => [n, label("outcomes", n)]), outcome);
    const there = Object.entries(W.groups).filter(([g]) => this.page.result.weekly[outcome][g]?.[0] != null); // with families in them
    options($("predict-group"), there, there.some(([g]) => g === "ses_1") ? "ses_1" : "all");
    if (this.page.player.week >= this.page.target()) this.page.player.go(0);
    this.aim();
  }

  stop() {
    this.on = false;
    $("prediction").hidden = true;
    $("predict").setAttribute("aria-expanded", "false");
    this.page.redraw();
  }

  // Whoever asks for less motion is shown the week of the guess at once.
  see() {
    const {player} = this.page;
    if (player.still.matches) player.go(this.week); else player.toggle();
  }

  get outcome() { return $("predict-outcome").value; }
  get group() { return $("predict-group").value; }
  get curve() { return this.page.result.weekly[this.outcome][this.group]; }
  get ghost() { return (this.page.ghost()?.weekly ?? this.page.result.baseline)[this.outcome][this.group]; }

  // A slider around what the dashed run shows: nothing of what comes is given away.
  aim() {
    const known = this.ghost, spread = Math.max(...known) - Math.min(...known) || 0.1, middle = known[this.page.target() - 1] ?? known.at(-1);
    const reach = Math.max(4 * spread, 0.12), input = $("predict-value");
    const [least, most] = LIMITS[this.page.unit(this.outcome)] ?? [-Infinity, Infinity];
    Object.assign(input, {min: Math.max(least, middle - reach), max: Math.min(most, middle + reach), step: reach / 100});
    input.value = middle;
    this.points = [];
    this.read();
  }

  // The week the guess is for: the last one drawn, or that of the slider.
  get week() { return this.points.length > 1 ? this.points.at(-1).week : this.page.target(); }

  // A level with its unit, a skill's also as how far from the norm it is.
  said(value) { return level(value, this.page.unit(this.outcome)) + levelOfSkill(this.page.skill(this.outcome), value); }

  tell() {
    $("predict-week").textContent = this.week;
    $("predict-shown").textContent = this.said(this.guess);
  }

  read() {
    this.guess = $("predict-value").valueAsNumber;
    this.tell();
    $("predict-value").setAttribute("aria-valuetext", $("predict-shown").textContent);
    $("predict-verdict").textContent = W.predict_wait;
    this.page.redraw();
  }

  ends() {
    const input = $("predict-value");
    return [Number(input.min), Number(input.max)];
  }

  rows() {
    if (!this.on) return [];
    const from = Math.max(1, this.start ?? 1), last = this.page.target(), group = "guess";
    if (this.points.length > 1) return this.points.map(p => ({...p, group}));
    return [{week: from, value: this.ghost[from - 1], group}, {week: last, value: this.guess, group}];
  }

  // Drawing in the chart with a pointer: later points take the place of those they pass.
  draw(chart) {
    chart.drawing.classList.toggle("predicting", this.on && chart.name === `week:${this.outcome}`);
    if (chart.drawable) return;
    chart.drawable = true;
    let drawing = false;
    const point = event => {
      const svg = chart.drawing.querySelector("svg"), box = svg.getBoundingClientRect(), [left, top] = chart.view.origin();
      const week = Math.round(chart.view.scale("x").invert(event.clientX - box.left - left));
      const [low, high] = this.ends(); // a hand may leave the chart; what is drawn stays in it
      const value = Math.min(high, Math.max(low, chart.view.scale("y").invert(event.clientY - box.top - top)));
      if (week < 1 || week > this.page.result.weeks) return;
      this.points = [...this.points.filter(p => p.week < week), {week, value}];
      $("predict-value").value = value;
      this.guess = value;
      this.tell();
      this.page.redraw();
    };
    chart.drawing.addEventListener("pointerdown", event => {
      if (!this.on || chart.name !== `week:${this.outcome}`) return;
      event.preventDefault(); // else the text around is selected
      drawing = true;
      this.points = [];
      chart.drawing.setPointerCapture(event.pointerId);
      point(event);
    });
    chart.drawing.addEventListener("pointermove", event => { if (drawing) point(event); });
    chart.drawing.addEventListener("pointerup", () => { drawing = false; });
  }

  judge(week, playing) {
    if (!this.on) return;
    $("predict-play").textContent = playing ? W.pause : W.predict_play;
    this.tell();
    if (week < this.week) { $("predict-verdict").textContent = W.predict_wait; return; }
    const unit = this.page.unit(this.outcome), value = this.curve[this.week - 1], off = value - this.guess;
    const verdict = level(value, unit) === level(this.guess, unit) ? W.expected_close : off > 0 ? W.expected_higher : W.expected_lower;
    $("predict-verdict").textContent = say(W.expected, {week: this.week, guess: this.said(this.guess), value: this.said(value), verdict});
    if (week > this.week) $("predict-verdict").append(` ${say(W.expected_before, {week})}`);
    this.page.question.answered(this.outcome);
  }
}
