// What a skill's SD come to, for those who do not think in them: months of development, or children past the benchmark.
import {W, say, signed} from "./words.js";

const LEAST = 0.05; // months, below which none would be left of them

const inMonths = (change, months) => Math.abs(change * months) < LEAST ? W.skill.hardly : say(W.skill.months, {months: Math.abs(change * months).toFixed(1)});

// One skill of a run and of the dashed one; null for what is no skill.
export function skillOf(name, result, ghost) {
  const months = result.months_an_sd[name], behind = result.behind[name];
  return months || behind ? {months, benchmark: result.benchmark, behind, behindBefore: ghost.behind[name]} : null;
}

// Beside the name of the curve: what one SD is.
export function unitOfSkill({months, benchmark}) {
  return months ? say(W.skill.unit_months, {months: (months / 10).toFixed(1)}) : say(W.skill.unit_benchmark, {benchmark: signed(benchmark, 1)});
}

// How far a group lies from the dashed run, as what follows the SD in a sentence.
export function changeOfSkill(skill, change, group, week) {
  if (!skill) return "";
  if (skill.months) return `, ${inMonths(change, skill.months)}`;
  const past = 100 * (skill.behindBefore[group][week - 1] - skill.behind[group][week - 1]);
  return `, ${say(W.skill.past, {children: signed(past, 1)})}`;
}

// How much a gap has changed; children are behind in a group, not in a gap.
export const gapOfSkill = (skill, change) => skill?.months ? ` (${inMonths(change, skill.months)})` : "";

// A level against the norm for the age, of a curve or of a guess.
export function levelOfSkill(skill, value) {
  if (!skill?.months) return "";
  return `, ${say(value < 0 ? W.skill.behind_norm : W.skill.ahead_of_norm, {months: inMonths(value, skill.months)})}`;
}
