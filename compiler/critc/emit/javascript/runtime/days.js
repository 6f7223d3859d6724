/**
 * Days as whole numbers, counted from 1 January of the year 1, which is 1; and their calendar.
 *
 * It is the Gregorian one for all years, also those before 1.
 */

/** The Gregorian calendar repeats itself after 400 years. */
export const DAYS_OF_400_YEARS = 146097;

const DAYS_OF_YEAR = 365;
const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12];

/** Whether a year has a 29 February. */
function isLeap(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month has. */
export function daysInMonth(year, month) {
  if (month === 2) {
    return isLeap(year) ? 29 : 28;
  }
  return LONG_MONTHS.includes(month) ? 31 : 30;
}

/** The days before a year, since the year 1. */
function daysBefore(year) {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return past * DAYS_OF_YEAR + leaps;
}

/** The days before a month since 1 March, so that 29 February comes last of all. */
function daysSinceMarch(month) {
  return Math.floor((153 * ((month + 9) % 12) + 2) / 5);
}

/**
 * The number of a day; a day that the month does not have is its last.
 *
 * @returns {number} 1 for `ordinal(1, 1, 1)`
 */
export function ordinal(year, month, day) {
  const ofMonth = Math.min(day, daysInMonth(year, month));
  const january = daysBefore(year);
  if (month < 3) {
    return january + (month - 1) * 31 + ofMonth;
  }
  return january + 59 + (isLeap(year) ? 1 : 0) + daysSinceMarch(month) + ofMonth;
}

/**
 * Year, month and day of the month of a day.
 *
 * @param {number} day
 * @returns {{year: number, month: number, day: number}}
 */
export function civil(day) {
  let year = Math.floor((day - 1) / (DAYS_OF_400_YEARS / 400)) + 1;
  if (daysBefore(year) >= day) {
    year -= 1;
  } else if (daysBefore(year + 1) < day) {
    year += 1;
  }
  const ofYear = day - daysBefore(year);
  const february = isLeap(year) ? 60 : 59;
  if (ofYear <= february) {
    return ofYear <= 31 ? { year, month: 1, day: ofYear } : { year, month: 2, day: ofYear - 31 };
  }
  const sinceMarch = ofYear - february;
  const month = Math.floor((5 * sinceMarch - 3) / 153) + 3;
  return { year, month, day: sinceMarch - daysSinceMarch(month) };
}

/** So many months after a day (before, if negative), on the same day of the month or its last. */
export function monthsFrom(day, months) {
  const from = civil(day);
  const since = from.month - 1 + months;
  const years = Math.floor(since / 12);
  return ordinal(from.year + years, since - years * 12 + 1, from.day);
}

/** Completed months; who was born on the 31st completes one on the 31st or the next 1st. */
export function monthsBetween(birth, moment) {
  const from = civil(birth);
  const to = civil(moment);
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}
