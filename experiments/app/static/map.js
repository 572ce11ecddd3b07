// The school on one canvas: families round their teacher, coloured by how they fare, a line for this week's contact.
import {ABOVE, BELOW, Institutions} from "./institutions.js";
import {level} from "./words.js";

const SCALE = ["#f4efdc", "#c9e0c4", "#86c5b6", "#3f9fae", "#1f6d97", "#17376b"];
const INK = "#1f2a33", LINE = "#d9a441";

export const gradient = `linear-gradient(90deg, ${SCALE.join(",")})`;

export function bytes(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const said = atob(text), made = new Uint8Array(said.length);
  for (let k = 0; k < said.length; k++) made[k] = said.charCodeAt(k);
  return made;
}

const TABLE = Array.from({length: 256}, (_, k) => {
  const at = k / 255 * (SCALE.length - 1), low = Math.min(Math.floor(at), SCALE.length - 2), part = at - low;
  const [a, b] = [SCALE[low], SCALE[low + 1]].map(h => [1, 3, 5].map(i => parseInt(h.slice(i, i + 2), 16)));
  return `rgb(${a.map((v, i) => Math.round(v + part * (b[i] - v))).join(",")})`;
});

export class SchoolMap {
  constructor(canvas, pick) {
    this.canvas = canvas;
    this.chosen = -1;
    this.institutions = null;
    canvas.addEventListener("click", event => {
      const box = canvas.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
      const institution = this.institutions?.at(x, y), row = this.at(x, y);
      if (institution) pick(institution.kind, institution.number);
      else if (row >= 0) pick("family", row);
    });
    new ResizeObserver(() => this.layout()).observe(canvas.parentElement);
  }

  show(result, colour) {
    this.seats = result.seats;
    this.families = result.seats.room.length;
    this.colours = bytes(result.states[colour].bytes);
    const marks = bytes(result.marks); // 1 written to, 2 met; and 4 for who serves on a committee
    this.contact = marks.map(m => m & 3);
    this.onCommittee = marks.map(m => m & 4);
    const chosen = this.institutions?.chosen ?? null;
    this.institutions = Object.assign(new Institutions(result.institutions, result.seats.preschool_of_room), {chosen});
    this.layout();
  }

  // How many families the smallest fifth has.
  get fewest() { return Math.min(...[0, 1, 2, 3, 4].map(fifth => this.seats.fifth.filter(f => f === fifth).length)); }

  // The mean of a group in a week, in words; colours end before the values do, and would give another.
  meanOf(state, group, week) { return level(state.means[group][Math.max(0, week - 1)], state.unit); }

  // As many columns as leave the classes largest, in the order of preschools.
  layout() {
    if (!this.seats) return;
    const width = this.canvas.parentElement.clientWidth, rooms = this.seats.preschool_of_room.length;
    const high = width < 500 ? width * 1.35 : Math.min(width * 0.95, 480);
    let best = {cell: 0};
    for (let columns = 1; columns <= rooms; columns++) {
      const rows = Math.ceil(rooms / columns), cell = Math.min(width / columns, high / rows, 170);
      if (cell > best.cell + 0.5) best = {cell, columns, rows};
    }
    const {cell, columns, rows} = best, ratio = window.devicePixelRatio || 1;
    const height = Math.ceil(rows * cell) + 8 + ABOVE + BELOW;
    this.canvas.style.height = `${height}px`;
    if (this.canvas.width !== width * ratio || this.canvas.height !== height * ratio) {
      this.canvas.width = width * ratio;
      this.canvas.height = height * ratio;
    }
    this.cell = cell;
    const left = (width - columns * cell) / 2;
    this.rooms = Array.from({length: rooms}, (_, k) =>
      ({x: left + (k % columns + 0.5) * cell, y: 4 + ABOVE + (Math.floor(k / columns) + 0.5) * cell}));
    this.place();
    this.institutions.place(this.rooms, cell, width, height);
    this.draw();
  }

  place() {
    const count = Array(this.rooms.length).fill(0);
    for (const room of this.seats.room) count[room]++;
    const ring = this.cell * 0.37;
    this.radius = Math.max(1.4, Math.min(7, ring * Math.PI / Math.max(...count) * 0.78));
    this.x = new Float32Array(this.families);
    this.y = new Float32Array(this.families);
    for (let i = 0; i < this.families; i++) {
      const room = this.seats.room[i], turn = 2 * Math.PI * this.seats.order[i] / count[room] - Math.PI / 2;
      this.x[i] = this.rooms[room].x + ring * Math.cos(turn);
      this.y[i] = this.rooms[room].y + ring * Math.sin(turn);
    }
  }

  at(x, y) {
    let nearest = -1, far = (Math.max(this.radius, 6) + 6) ** 2;
    for (let i = 0; i < this.families; i++) {
      const d = (this.x[i] - x) ** 2 + (this.y[i] - y) ** 2;
      if (d < far) [far, nearest] = [d, i];
    }
    return nearest;
  }

  draw(week = this.week) {
    this.week = week;
    if (!this.rooms) return;
    const pen = this.canvas.getContext("2d"), ratio = window.devicePixelRatio || 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.preschools(pen);
    const from = Math.max(0, week - 1) * this.families;
    this.institutions.joined(pen, week);
    if (week > 0) this.contacts(pen, from);
    for (let i = 0; i < this.families; i++) this.family(pen, i, from);
    for (const room of this.rooms) this.teacher(pen, room);
    this.institutions.draw(pen, week);
  }

  // Classes of one preschool share a ground.
  preschools(pen) {
    const half = this.cell / 2 - 2;
    this.rooms.forEach(({x, y}, k) => {
      pen.fillStyle = this.seats.preschool_of_room[k] % 2 ? "#eaf1ee" : "#f7f3e6";
      pen.beginPath();
      pen.roundRect(x - half, y - half, 2 * half, 2 * half, 8);
      pen.fill();
    });
  }

  contacts(pen, from) {
    for (const [kind, width] of [[1, 0.6], [2, 1.8]]) {
      pen.beginPath();
      for (let i = 0; i < this.families; i++) {
        if (this.contact[from + i] !== kind) continue;
        const room = this.rooms[this.seats.room[i]];
        pen.moveTo(room.x, room.y);
        pen.lineTo(this.x[i], this.y[i]);
      }
      pen.lineWidth = width;
      pen.strokeStyle = LINE;
      pen.stroke();
    }
  }

  family(pen, i, from) {
    const [x, y, r] = [this.x[i], this.y[i], this.radius];
    pen.beginPath();
    if (this.onCommittee[from + i]) {
      pen.moveTo(x, y - r * 1.35); pen.lineTo(x + r * 1.25, y + r); pen.lineTo(x - r * 1.25, y + r); pen.closePath();
    } else pen.arc(x, y, r, 0, 7);
    pen.fillStyle = TABLE[this.colours[from + i]];
    pen.fill();
    pen.lineWidth = i === this.chosen ? 3 : 0.7;
    pen.strokeStyle = i === this.chosen ? "#c44601" : "#7b8a8f";
    pen.stroke();
    if (this.seats.language[i] > 0 && r > 2.2) {
      pen.beginPath(); pen.arc(x, y, r * 0.36, 0, 7); pen.fillStyle = "#fff"; pen.fill();
      pen.lineWidth = 0.5; pen.strokeStyle = "#7b8a8f"; pen.stroke();
    }
  }

  teacher(pen, {x, y}) {
    const side = Math.max(5, Math.min(13, this.cell * 0.11));
    pen.fillStyle = INK;
    pen.beginPath();
    pen.roundRect(x - side / 2, y - side / 2, side, side, side / 4);
    pen.fill();
  }
}
