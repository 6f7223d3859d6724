/** Windows: stretches of days that are counted from a moment. */

import { Comparison, End } from "./comparisons.js";
import { Length, Shift, WholeDay } from "./dates.js";
import { Const, Extreme, namedLast } from "./terms.js";

/**
 * Two numbers or two days compared; `worth` names the number that is calculated.
 *
 * @param {number} line
 * @param {string} words
 * @param {Term} left
 * @param {"=" | "!=" | "<" | "<=" | ">=" | ">"} op
 * @param {Term} right
 * @param {{worth?: Worth}} named
 */
export function compare(line, words, left, op, right, { worth } = {}) {
  const shown = worth && (worth.right ? [worth, right, left] : [worth, left, right]);
  if (op === "=" || op === "!=") {
    const both = [new End(left, right), new End(right, left)];
    return new Comparison(line, words, ...both, { negated: op === "!=", worth: shown });
  }
  const strict = op === "<" || op === ">";
  const isUpper = op === "<" || op === "<=";
  const end = isUpper ? new End(left, right, strict) : new End(right, left, strict);
  return new Comparison(line, words, end, { worth: shown });
}

/**
 * A number or a day between two ends, each included if its bracket is square.
 *
 * @param {number} line
 * @param {string} words
 * @param {Term} term
 * @param {Term | null} low
 * @param {Term | null} high
 * @param {any[]} more the brackets ("[]" unless they are given), and `{worth}`
 */
export function between(line, words, term, low, high, ...more) {
  const [[brackets = "[]"], { worth }] = namedLast(more);
  const ends = [];
  if (low !== null) {
    ends.push(new End(low, term, brackets[0] === "("));
  }
  if (high !== null) {
    ends.push(new End(term, high, brackets[1] === ")"));
  }
  return new Comparison(line, words, ...ends, { worth: worth && [worth, term, low ?? high] });
}

/** So long before, after or around a moment; `rel` says on which side of its far end. */
export class Window {
  /**
   * @param {"within" | "less than" | "at least" | "more than"} rel
   * @param {Length | ExtremeLength} length
   * @param {"before" | "after" | "around"} side
   * @param {Term} moment
   */
  constructor(rel, length, side, moment) {
    this.rel = rel;
    this.side = side;
    this.moment = moment;
    this.farBefore = new Shift(moment, "before", length);
    this.farAfter = new Shift(moment, "after", length);
  }

  /** Whether it reaches from the moment to its far end, and not beyond that end. */
  get inside() {
    return this.rel === "within" || this.rel === "less than";
  }

  /** Whether the far end itself is outside. */
  get strict() {
    return this.rel === "less than" || this.rel === "more than";
  }

  /** The first and last day; null has no limit. */
  nearAndFar() {
    if (this.side === "around") {
      return [this.farBefore, this.farAfter];
    }
    if (this.side === "before") {
      return this.inside ? [this.farBefore, this.moment] : [null, this.farBefore];
    }
    return this.inside ? [this.moment, this.farAfter] : [this.farAfter, null];
  }
}

/** A day lies in a window; around a moment, *at least* and *more than* leave one of two sides. */
export function falls(line, words, day, window) {
  return touches(line, words, day, day, window);
}

/** A period has a day in a window; *at least* and *more than* ask that it lies there as a whole. */
export function touches(line, words, start, end, window) {
  const { side, strict } = window;
  if (window.inside) {
    const [first, last] = window.nearAndFar();
    const fromFirst = new End(first, end, strict && side !== "after");
    const toLast = new End(start, last, strict && side !== "before");
    return new Comparison(line, words, fromFirst, toLast);
  }
  const before = new End(end, window.farBefore, strict);
  const after = new End(window.farAfter, start, strict);
  if (side === "around") {
    return new Comparison(line, words, before, after, { anyEnd: true });
  }
  return new Comparison(line, words, side === "before" ? before : after);
}

/**
 * A period covers every day of the length before, or after, a moment.
 *
 * @param {"at least" | "more than"} rel
 * @param {"before" | "after"} side
 */
export function throughout(line, words, start, end, rel, length, side, moment) {
  const far = new Shift(moment, side, length);
  const strict = rel === "more than";
  if (side === "before") {
    return new Comparison(line, words, new End(start, far, strict), new End(moment, end));
  }
  return new Comparison(line, words, new End(start, moment), new End(far, end, strict));
}

/** A moment lies in a period. */
export function during(line, words, start, end, moment) {
  return new Comparison(line, words, new End(start, moment), new End(moment, end));
}

/**
 * A period has so many days inside a window, first and last included.
 *
 * @param {"at least" | "more than" | "less than"} rel
 */
export function lasts(line, words, start, end, rel, length, window) {
  const [first, last] = window.nearAndFar();
  const strictFirst = window.strict && !(window.side === "after" && window.inside);
  const strictLast = window.strict && !(window.side === "before" && window.inside);
  const from =
    first === null ? start : new Extreme("larger", start, new WholeDay(first, "from", strictFirst));
  const to =
    last === null ? end : new Extreme("smaller", end, new WholeDay(last, "to", strictLast));
  const reached = new Shift(from, "after", length);
  const after = new Shift(to, "after", new Length(new Const(1), "day"));
  if (rel === "less than") {
    const short = [new End(after, reached, true), new End(to, from, true)];
    return new Comparison(line, words, ...short, { anyEnd: true, together: true });
  }
  const long = [new End(reached, after, rel === "more than"), new End(from, to)];
  return new Comparison(line, words, ...long, { together: true });
}
