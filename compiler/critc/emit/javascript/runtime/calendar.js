/** The calendar of moments that may be parts of days, or infinite: months and completed years. */

import { DAYS_OF_400_YEARS, monthsBetween, monthsFrom } from "./days.js";
import { floored, Rational } from "./numbers.js";

const DAYS_OF_CYCLE = BigInt(DAYS_OF_400_YEARS);
const MONTHS_OF_CYCLE = 4800n;
const MONTHS_OF_YEAR = new Rational(12n);

/** The cycle of 400 years in which a moment lies, and its day in the first one. */
function inFirstCycle(moment) {
  const past = moment.floor().numerator - 1n;
  const cycle = floored(past, DAYS_OF_CYCLE);
  return { cycle, day: Number(past - cycle * DAYS_OF_CYCLE) + 1 };
}

/**
 * So many months after a day (before it, if negative), on the same day of the month or its last.
 *
 * @param {Rational} day of a part of a day, the part is kept
 * @param {Rational} months a whole number
 * @returns {Rational}
 */
export function monthsLater(day, months) {
  if (!day.isFinite) {
    return day;
  }
  const start = inFirstCycle(day);
  const cycles = floored(months.numerator, MONTHS_OF_CYCLE);
  const later = monthsFrom(start.day, Number(months.numerator - cycles * MONTHS_OF_CYCLE));
  const whole = new Rational(BigInt(later) + (start.cycle + cycles) * DAYS_OF_CYCLE);
  return day.isInteger ? whole : whole.plus(day.minus(day.floor()));
}

/**
 * Months of age at a moment. Who was born on the 31st completes one on the 31st or the next 1st.
 *
 * @param {Rational} birth
 * @param {Rational} moment
 * @returns {Rational}
 */
export function completedMonths(birth, moment) {
  if (!birth.isFinite || !moment.isFinite) {
    return moment.minus(birth);
  }
  const from = inFirstCycle(birth);
  const to = inFirstCycle(moment);
  const months = monthsBetween(from.day, to.day);
  return new Rational(BigInt(months) + (to.cycle - from.cycle) * MONTHS_OF_CYCLE);
}

/** Years of age at a moment. Born on 29 February, one completes them on 1 March of common years. */
export function completedYears(birth, moment) {
  const months = completedMonths(birth, moment);
  return months.isFinite ? months.over(MONTHS_OF_YEAR).floor() : months;
}
