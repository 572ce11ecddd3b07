// Who stands around the families on the map: the authority above, organisations below, a committee in a preschool's corner.
import {W} from "./words.js";

export const ABOVE = 36, BELOW = 58; // pixels of the strips
const FONT = "12px system-ui, sans-serif";
const INK = "#1f2a33", SOFT = "#55626c", GOLD = "#e9b44c", DEEP = "#0e4f55", CHOSEN = "#c44601";
const REACH = 22; // pixels from the middle that a finger may miss

export class Institutions {
  constructor({organisations, terms}, preschoolOfRoom) {
    Object.assign(this, {organisations, terms, preschoolOfRoom, chosen: null, marks: []});
  }

  // What holds in a week; before the first week what its term begins with.
  now(week) {
    return this.terms.findLast(term => term.week <= Math.max(1, week)) ?? {committees: [], partners: []};
  }

  place(rooms, cell, width, height) {
    const many = this.organisations.length;
    this.apart = width / Math.max(1, many);
    this.rooms = rooms;
    const half = cell / 2 - 2, first = k => rooms[this.preschoolOfRoom.indexOf(k)];
    const schools = Math.max(...this.preschoolOfRoom) + 1;
    this.marks = [{kind: "authority", number: 0, x: width / 2 - 40, y: ABOVE / 2},
      ...this.organisations.map((_, k) => ({kind: "organisation", number: k, x: (k + 0.5) * this.apart, y: height - BELOW + 22})),
      ...Array.from({length: schools}, (_, k) => ({kind: "committee", number: k, x: first(k).x - half + 13, y: first(k).y - half + 13}))];
    this.reach = Math.min(REACH, Math.max(8, cell * 0.12));
  }

  at(x, y) {
    const there = this.now(this.week ?? 0);
    return this.marks.filter(mark => mark.kind !== "committee" || there.committees.includes(mark.number))
      .find(mark => Math.hypot(mark.x - x, mark.y - y) < (mark.kind === "committee" ? Math.min(14, this.reach) : REACH)
        || (mark.kind === "authority" && Math.abs(mark.y - y) < 16 && x > mark.x && x < mark.x + 100));
  }

  // Under the families: which organisation works with which preschool.
  joined(pen, week) {
    pen.beginPath();
    for (const [organisation, school] of this.now(week).partners) {
      const from = this.mark("organisation", organisation), room = this.rooms[this.preschoolOfRoom.indexOf(school)];
      pen.moveTo(from.x, from.y - 12);
      pen.lineTo(room.x, room.y);
    }
    pen.strokeStyle = "#0e4f5599";
    pen.lineWidth = 1.3;
    pen.setLineDash([5, 4]);
    pen.stroke();
    pen.setLineDash([]);
  }

  mark(kind, number) { return this.marks.find(one => one.kind === kind && one.number === number); }

  draw(pen, week) {
    this.week = week;
    const now = this.now(week), busy = new Set(now.partners.map(([organisation]) => organisation));
    for (const mark of this.marks) {
      const chosen = this.chosen?.kind === mark.kind && this.chosen.number === mark.number;
      pen.strokeStyle = chosen ? CHOSEN : INK;
      pen.lineWidth = chosen ? 3 : 1.2;
      if (mark.kind === "authority") this.authority(pen, mark);
      else if (mark.kind === "organisation") this.organisation(pen, mark, busy.has(mark.number));
      else if (now.committees.includes(mark.number)) this.committee(pen, mark);
    }
  }

  authority(pen, {x, y}) {
    pen.fillStyle = DEEP;
    path(pen, [[x - 13, y - 3], [x, y - 12], [x + 13, y - 3]]);
    for (const column of [-9, -3, 3, 9]) { pen.fillRect(x + column - 1.5, y - 1, 3, 9); }
    pen.fillRect(x - 13, y + 9, 26, 3);
    if (pen.lineWidth > 2) pen.strokeRect(x - 16, y - 15, 32, 30);
    word(pen, W.authority, x + 20, y + 4, "left");
  }

  organisation(pen, {x, y, number}, busy) {
    const kind = this.organisations[number];
    pen.fillStyle = busy ? DEEP : "#fff";
    [diamond, book, square, cross][kind](pen, x, y);
    if (this.apart > 64) word(pen, W.organisations_short[kind], x, y + 26, "center");
  }

  // A table with its chairs.
  committee(pen, {x, y}) {
    pen.beginPath(); pen.arc(x, y, 5.5, 0, 7); pen.fillStyle = GOLD; pen.fill(); pen.stroke();
    pen.fillStyle = pen.strokeStyle;
    for (let k = 0; k < 6; k++) { pen.beginPath(); pen.arc(x + 9 * Math.cos(k * Math.PI / 3), y + 9 * Math.sin(k * Math.PI / 3), 1.8, 0, 7); pen.fill(); }
  }
}

function path(pen, points) {
  pen.beginPath();
  points.forEach(([x, y], k) => k ? pen.lineTo(x, y) : pen.moveTo(x, y));
  pen.closePath();
  pen.fill();
  pen.stroke();
}

function word(pen, text, x, y, align) {
  pen.fillStyle = SOFT;
  if (pen.font !== FONT) pen.font = FONT; // setting it makes the browser look through the page's styles
  pen.textAlign = align;
  pen.fillText(text, x, y);
}

const diamond = (pen, x, y) => path(pen, [[x, y - 10], [x + 10, y], [x, y + 10], [x - 10, y]]);
const square = (pen, x, y) => path(pen, [[x - 8, y - 8], [x + 8, y - 8], [x + 8, y + 8], [x - 8, y + 8]]);
const book = (pen, x, y) => path(pen, [[x - 11, y - 8], [x, y - 5], [x + 11, y - 8], [x + 11, y + 6], [x, y + 9], [x - 11, y + 6]]);
const cross = (pen, x, y) => path(pen, [[-3, -9], [3, -9], [3, -3], [9, -3], [9, 3], [3, 3], [3, 9], [-3, 9], [-3, 3], [-9, 3], [-9, -3], [-3, -3]].map(([a, b]) => [x + a, y + b]));
