// The year as a film: play, step, scrub. Keys: space plays, arrows step.
export class Player {
  constructor({bar, range, play, step, back, reset, speed}, words, show) {
    Object.assign(this, {range, button: play, speed, words, show, week: 0, weeks: 52, timer: null});
    this.still = window.matchMedia("(prefers-reduced-motion: reduce)");
    play.addEventListener("click", () => this.toggle());
    step.addEventListener("click", () => this.go(this.week + 1));
    back.addEventListener("click", () => this.go(this.week - 1));
    reset.addEventListener("click", () => this.go(0));
    range.addEventListener("input", () => this.go(range.valueAsNumber));
    document.addEventListener("keydown", event => this.key(event));
    this.still.addEventListener("change", () => this.motion());
    this.motion();
    keepClear(bar);
  }

  motion() { this.button.hidden = this.still.matches; if (this.still.matches) this.pause(); }

  key(event) {
    const at = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || at.closest("input, select, textarea, summary, a, [contenteditable], [role=region]")) return;
    if (event.key === " " && !at.closest("button") && !this.still.matches) { event.preventDefault(); this.toggle(); }
    if (event.key === "ArrowRight") { event.preventDefault(); this.go(this.week + 1); }
    if (event.key === "ArrowLeft") { event.preventDefault(); this.go(this.week - 1); }
  }

  length(weeks) {
    this.weeks = weeks;
    this.range.max = weeks;
    if (this.week > weeks) this.go(weeks);
  }

  toggle() { if (this.timer) this.pause(); else this.play(); }

  // `rest` is a week in which a film that comes to it stops, to be looked at; pressed again it goes on from there.
  play() {
    if (this.week >= this.weeks) this.go(0, true);
    const rest = this.rest?.() ?? this.weeks, end = this.week < rest ? Math.min(rest, this.weeks) : this.weeks;
    this.button.textContent = this.words.pause;
    const rate = () => Number(this.speed.value), film = this.film = {};
    let shown = 0, last = performance.now(), done = 0;
    // Between two weeks nothing moves: a frame is asked for when the next one is due, not sixty times a second.
    const later = () => setTimeout(() => requestAnimationFrame(frame), Math.min(100, (1 - done % 1) * 1000 / rate()));
    const frame = now => {
      if (!this.timer || this.film !== film) return;
      done += (now - last) / 1000 * rate();
      last = now;
      if (Math.floor(done) > shown) {
        this.go(Math.min(end, this.week + Math.floor(done) - shown), true);
        shown = Math.floor(done);
      }
      if (this.week >= end) this.pause(); else this.timer = later();
    };
    this.timer = later();
  }

  // Where a film stops, the week is looked at as if one had stepped there: what is changed next is changed from here on.
  pause() {
    if (!this.timer) return;
    this.stop();
    this.show(this.week, false);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = null;
    this.button.textContent = this.words.play;
  }

  go(week, playing = false) {
    if (!playing) this.stop();
    this.week = Math.max(0, Math.min(this.weeks, week));
    this.range.value = this.week;
    this.show(this.week, playing);
  }
}

// Where the player lies over the page, nothing may stay behind it: the page ends above it, and what has the focus is scrolled clear.
function keepClear(bar) {
  const room = () => getComputedStyle(bar).position === "fixed" ? bar.offsetHeight : 0;
  new ResizeObserver(() => document.documentElement.style.setProperty("--player", `${room()}px`)).observe(bar, {box: "border-box"});
}
