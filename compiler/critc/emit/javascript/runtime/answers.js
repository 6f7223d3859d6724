/** Answers that have one outcome, in words. */

import { ordinal } from "./days.js";
import { amount, dayInWords } from "./entries.js";
import { ascending } from "./lists.js";
import { exact, INFINITY, MINUS_INFINITY, ONE, Rational, ZERO } from "./numbers.js";
import { ceiling } from "./tables.js";
import { Quantity } from "./values.js";

export const FIRST_DAY = ordinal(1000, 1, 1);
export const LAST_DAY = ordinal(2999, 12, 31);

/**
 * Answers that all have one outcome: `tried` are some of them, which stand for all.
 *
 * The ends are numbers (Rational, infinite without limit), days, or one answer of a few.
 */
export class Stretch {
  constructor(tried, low, high, lowOpen = false, highOpen = false) {
    this.tried = tried;
    this.low = low;
    this.high = high;
    this.lowOpen = lowOpen;
    this.highOpen = highOpen;
  }

  /** One answer. */
  static of(answer, name = answer) {
    return new Stretch([answer], name, name);
  }
}

/** Whole numbers: around each limit, and between. */
export function wholeStretches(limits, low, high) {
  const edges = ascending(limits.flatMap((limit) => [ceiling(limit), limit.floor().plus(ONE)]));
  const starts = [low, ...edges.filter((edge) => low.below(edge) && edge.atMost(high))];
  const ends = [...starts.slice(1).map((start) => start.minus(ONE)), high];
  return starts.map((start, at) => new Stretch([triedBetween(start, ends[at])], start, ends[at]));
}

/** A whole number between two. */
function triedBetween(low, high) {
  if (low.isFinite) return towardsZero(low);
  return high.isFinite ? towardsZero(high) : ZERO;
}

/** A number without its fraction. */
function towardsZero(value) {
  return value.sign < 0 ? ceiling(value) : value.floor();
}

/** Each limit, and the gaps between them. `limits` are in order, and between `low` and `high`. */
export function numberStretches(limits, low, high, isQuantity) {
  const isLimit = (value) => limits.some((limit) => limit.equals(value));
  const single = (value) => new Stretch([triedNumber(value, isQuantity)], value, value);
  const inner = limits.filter((limit) => low.below(limit) && limit.below(high));
  const edges = [low, ...inner, high];
  const found = isLimit(low) || low.equals(high) ? [single(low)] : [];
  for (const [at, end] of edges.slice(1).entries()) {
    const start = edges[at];
    const tried = numbersBetween(start, end).map((each) => triedNumber(each, isQuantity));
    const closedLow = start === low && low.isFinite && !isLimit(low);
    const closedHigh = end === high && high.isFinite && !isLimit(high);
    found.push(new Stretch(tried, start, end, !closedLow, !closedHigh));
    if (isLimit(end)) found.push(single(end));
  }
  return found;
}

const A_LITTLE = exact("0.001");
const HALF_WAY = new Rational(1n, 2n);

/** Some numbers between two. */
function numbersBetween(low, high) {
  if (!low.isFinite) return high.isFinite ? [high.minus(ONE), high.minus(A_LITTLE)] : [ZERO];
  if (!high.isFinite) return [low.plus(ONE), low.plus(A_LITTLE)];
  const width = high.minus(low);
  return [low.plus(width.times(HALF_WAY)), low.plus(width.times(A_LITTLE))];
}

/** A number as a patient's record has it. */
function triedNumber(value, isQuantity) {
  return isQuantity ? new Quantity(value) : value;
}

/** Stretches in order, those that meet as one; `areWhole`: nothing lies between 1 and 2. */
export function together(stretches, areWhole) {
  const merged = [];
  for (const each of stretches) {
    const last = merged.at(-1);
    if (last !== undefined && meets(last, each, areWhole)) {
      merged[merged.length - 1] = new Stretch(
        last.tried,
        last.low,
        each.high,
        last.lowOpen,
        each.highOpen,
      );
    } else {
      merged.push(each);
    }
  }
  return merged;
}

/** Whether nothing lies between two stretches. */
function meets(one, other, areWhole) {
  const [end, start] = [exact(one.high), exact(other.low)];
  if (end.equals(start)) return !(one.highOpen && other.lowOpen);
  return areWhole && end.plus(ONE).equals(start);
}

/** Whole numbers in words: 3, 0 or 1, 2 to 5, 18 or more, at most 4. */
export function wholeInWords({ low, high }, entry) {
  if (!low.isFinite || (entry.high === null && isDeclared(low, entry.low))) {
    return high.isFinite ? `at most ${towardsZero(high)}` : "any number";
  }
  if (!high.isFinite) return `${towardsZero(low)} or more`;
  if (low.equals(high)) return `${towardsZero(low)}`;
  const between = high.equals(low.plus(ONE)) ? "or" : "to";
  return `${towardsZero(low)} ${between} ${towardsZero(high)}`;
}

/** Numbers in words: below 1000 IU/mL, from 5 to 9 g/dL. */
export function spanInWords({ low, high, lowOpen, highOpen }, entry) {
  const fromStart = low.equals(MINUS_INFINITY) || (!lowOpen && isDeclared(low, entry.low));
  const toEnd = high.equals(INFINITY) || (!highOpen && isDeclared(high, entry.high));
  const start = () => `${lowOpen ? "above" : "at least"} ${amount(low, entry.unit)}`;
  const end = () => `${highOpen ? "below" : "at most"} ${amount(high, entry.unit)}`;
  if (low.equals(high)) return amount(low, entry.unit);
  if (fromStart && toEnd) return "any value";
  if (fromStart) return end();
  if (toEnd) return start();
  if (lowOpen || highOpen) return `${start()} and ${end()}`;
  return `from ${amount(low, "")} to ${amount(high, entry.unit)}`;
}

/** Whether a number is this end of the declared range. */
function isDeclared(value, limit) {
  return limit !== null && value.equals(exact(limit));
}

/** Days in words: on or before 15 February 2026. */
export function daysInWords({ low, high }, [start, end]) {
  if (low === start && high === end) return "any day";
  if (low === high) return `on ${dayInWords(low)}`;
  if (low === start) return `on or before ${dayInWords(high)}`;
  if (high === end) return `on or after ${dayInWords(low)}`;
  return `from ${dayInWords(low)} to ${dayInWords(high)}`;
}

/** Several answers, of which one is given. */
export function either(parts) {
  if (parts.length < 2) return parts[0];
  return `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;
}
