/** What a calculated number is worth for a patient, in words. */

import { amount } from "./entries.js";
import { exact, number, shortened } from "./numbers.js";
import { Never, Unknowns } from "./terms.js";

const FEWEST_SIGNIFICANT = 4;
const MOST_SIGNIFICANT = 20;
const THOUSANDTH = exact("0.001");

/** A number that is compared: what it is called, its unit, and whether it stands at the right. */
export class Worth {
  constructor(title, unit, right = false) {
    this.title = title;
    this.unit = unit;
    this.right = right;
  }

  /**
   * Creatinine clearance: 28.3 mL/min; null if nothing is known of it.
   *
   * @param {Term} term
   * @param {Term | null} limit
   * @param {Scope} scope
   * @returns {string | null}
   */
  inWords(term, limit, scope) {
    const tooFew = term.tooFew(scope);
    if (tooFew !== null) return `${this.title}: ${tooFew}`;
    const soFar = term.soFar(scope);
    if (soFar !== null) {
      const [total, unknown] = soFar;
      const rest = unknown ? ` so far, and ${unknown} not known` : "";
      return `${this.title}: ${amount(total, this.unit)}${rest}`;
    }
    const [value, beside] = valuesOrNever(scope, term, limit);
    if (value === null || !value.low.isFinite || !value.high.isFinite) {
      return null;
    }
    const limits = beside === null ? [] : [beside.low, beside.high];
    const low = readable(value.low, limits);
    const high = readable(value.high, limits);
    if (low.equals(high)) {
      return `${this.title}: ${amount(low, this.unit)}`;
    }
    return `${this.title}: from ${amount(low, "")} to ${amount(high, this.unit)}`;
  }
}

/** The intervals of a term and its limit: null for none, or where a date is recorded as none. */
function valuesOrNever(scope, term, limit) {
  try {
    const value = term.value(scope, new Unknowns());
    return [value, limit === null ? null : limit.value(scope, new Unknowns())];
  } catch (caught) {
    if (caught instanceof Never) {
      return [null, null];
    }
    throw caught;
  }
}

/**
 * A number with few digits, but so many that it does not look like a limit that it is not.
 *
 * @param {Rational} value
 * @param {Rational[]} limits
 * @returns {Rational}
 */
export function readable(value, limits) {
  if (value.over(THOUSANDTH).isInteger) {
    return number(value);
  }
  let digits = FEWEST_SIGNIFICANT;
  while (digits < MOST_SIGNIFICANT && !isOnItsSide(shortened(value, digits), value, limits)) {
    digits += 1;
  }
  return shortened(value, digits);
}

/** Whether a shortened number lies on the same side of each limit. */
function isOnItsSide(short, value, limits) {
  return limits.every((limit) => short.below(limit) === value.below(limit) && !short.equals(limit));
}
