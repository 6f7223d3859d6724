/** The values that a patient's record holds. */

import { ordinal } from "./days.js";

/**
 * A measured amount, in the unit that the protocol declares for it.
 *
 * `bound` tells what a laboratory reports at the edge of an assay: `new Quantity(exact(20), "<")`
 * is "below 20". `uln` and `lln` are its upper and lower limit of normal, in the same unit.
 */
export class Quantity {
  /**
   * @param {Rational} value
   * @param {"" | "<" | "<=" | ">" | ">="} bound
   * @param {Rational | null} uln
   * @param {Rational | null} lln
   */
  constructor(value, bound = "", uln = null, lln = null) {
    this.value = value;
    this.bound = bound;
    this.uln = uln;
    this.lln = lln;
  }
}

/** A date of which only the month or the year is known: any day from `first` to `last`. */
export class PartialDate {
  /**
   * @param {number} first the first day, counted from 1 January of the year 1, which is 1
   * @param {number} last the last day
   * @param {string} text as it is written: "2026-03"
   */
  constructor(first, last, text) {
    this.first = first;
    this.last = last;
    this.text = text;
  }

  /** Some day of that month. */
  static ofMonth(year, month) {
    const text = `${year}-${String(month).padStart(2, "0")}`;
    return new PartialDate(ordinal(year, month, 1), ordinal(year, month, 31), text);
  }

  /** Some day of that year. */
  static ofYear(year) {
    return new PartialDate(ordinal(year, 1, 1), ordinal(year, 12, 31), String(year));
  }
}

/** From a first to a last day, both included; "ongoing" has no last day yet. */
export class Period {
  /**
   * @param {number | PartialDate | null} start
   * @param {number | PartialDate | "ongoing" | null} end
   */
  constructor(start = null, end = null) {
    this.start = start;
    this.end = end;
  }
}

/** The options of a set that are known to hold; the others do not, unless it is incomplete. */
export class Choices {
  /**
   * @param {Set<string>} values
   * @param {boolean} complete
   */
  constructor(values = new Set(), complete = true) {
    this.values = values;
    this.complete = complete;
  }
}

/** The records of a list; an incomplete one may have more. */
export class Records {
  /**
   * @param {object[]} items each with every declared field as key
   * @param {boolean} complete
   */
  constructor(items = [], complete = true) {
    this.items = items;
    this.complete = complete;
  }
}
