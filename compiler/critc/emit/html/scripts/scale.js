/** The scale of the time line: which days it shows, and where each lies. */

import { civil, ordinal } from "../../javascript/runtime/days.js";

/** How many days before and after a moment may be shown, and what that is called. */
export const SPANS = [
  [14, "2 weeks"],
  [42, "6 weeks"],
  [92, "3 months"],
  [183, "6 months"],
  [366, "1 year"],
  [731, "2 years"],
  [1827, "5 years"],
];

/** How much of the windows the shortest span should show that is chosen unasked. */
const MOST = 2 / 3;
/** How many days are shown beside the first and the last that matter, as a part of all. */
const MARGIN = 0.04;
const FEWEST_DAYS = 10;

/** Days from `first` to `last`, spread over a width of 1, in which so many `letters` have room. */
export class Scale {
  letters = 100;

  constructor(first, last) {
    this.first = first;
    this.last = last;
  }

  /** Where a day begins: 0 at the left end, 1 at the right; days beyond an end lie at that end. */
  at(day) {
    return Math.min(Math.max((day - this.first) / (this.last - this.first + 1), 0), 1);
  }

  /** The day at a place between 0 and 1. */
  dayAt(place) {
    const day = this.first + Math.floor(place * (this.last - this.first + 1));
    return Math.min(Math.max(day, this.first), this.last);
  }

  has(day) {
    return this.first <= day && day <= this.last;
  }
}

/**
 * The scale that shows these days, as far as they lie within `span` days of `main`, and those tried.
 * @param {number[]} days
 * @param {number|null} main null: all are shown
 * @param {number} span
 * @param {number[]} tried
 */
export function scaleOf(days, main, span, tried) {
  const isNear = (day) => main === null || Math.abs(day - main) <= span;
  const near = [...days.filter(isNear), ...tried];
  const [first, last] = [Math.min(...near), Math.max(...near)];
  const margin = Math.max(Math.ceil((last - first) * MARGIN), 1);
  const more = Math.max(Math.ceil((FEWEST_DAYS - (last - first)) / 2), 0);
  return new Scale(first - margin - more, last + margin + more);
}

/** The shortest span that shows most of these days about a moment. */
export function spanFor(days, main) {
  const enough = ([span]) =>
    days.filter((day) => Math.abs(day - main) <= span).length >= days.length * MOST;
  return (SPANS.find(enough) ?? [Number.POSITIVE_INFINITY])[0];
}

// ---- the days that are marked ----

const DAY_STEPS = [1, 2, 7, 14, 28];
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240];
const DAYS_OF_MONTH = 30.4;
const MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/**
 * Days to mark, evenly, with their names: whole weeks from `main`, or the first days of months.
 * @param {Scale} scale
 * @param {number} main
 * @param {number} most how many there is room for
 * @returns {Array<[day: number, words: string]>}
 */
export function ticksOf({ first, last }, main, most) {
  const room = (last - first + 1) / most;
  const step = DAY_STEPS.find((days) => days >= room);
  if (step !== undefined) return everyDays(first, last, main, step);
  const months = MONTH_STEPS.find((count) => count * DAYS_OF_MONTH >= room) ?? MONTH_STEPS.at(-1);
  return everyMonths(first, last, months);
}

function everyDays(first, last, main, step) {
  const start = first + ((((main - first) % step) + step) % step);
  const count = Math.floor((last - start) / step) + 1;
  return Array.from({ length: count }, (_, i) => start + i * step).map((at) => [at, shortDay(at)]);
}

/** A day without its year: 2 Mar. */
export function shortDay(at) {
  const { month, day } = civil(at);
  return `${day} ${MONTH_NAMES[month - 1]}`;
}

function everyMonths(first, last, step) {
  const from = civil(first);
  const ticks = [];
  for (let months = Math.ceil((from.year * 12 + from.month) / step) * step; ; months += step) {
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
    const day = ordinal(year, month, 1);
    if (day > last) return ticks;
    ticks.push([day, step % 12 === 0 ? `${year}` : `${MONTH_NAMES[month - 1]} ${year}`]);
  }
}
