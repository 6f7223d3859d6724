/** Windows in time: which clauses count days, of what, and from which day to which. */

import { Comparison } from "../../javascript/runtime/comparisons.js";
import { DateOf, DayConst, Shift, WholeDay } from "../../javascript/runtime/dates.js";
import { termsIn } from "../../javascript/runtime/limits.js";
import { anything } from "../../javascript/runtime/numbers.js";
import { ceiling } from "../../javascript/runtime/tables.js";
import { Extreme, Never, Unknowns } from "../../javascript/runtime/terms.js";

/**
 * A limit of a window; `side` is "low" for its first day, "high" for its last.
 * @typedef {{term: Term, side: "low"|"high", strict: boolean}} Bound
 */

/**
 * A clause that asks whether an event lies in a window.
 *
 * @typedef {Object} Timed
 * @property {Ref} event the date or period that is asked about
 * @property {boolean} isPeriod
 * @property {boolean} lasts whether it asks how long the event lasts in the window
 * @property {Bound[]} bounds
 * @property {string[]} moments the moments of the protocol from which it counts
 * @property {boolean} isFixed whether the window is one for all records
 */

/**
 * What a clause counts; null if it compares no days.
 * @param {Clause} clause
 * @param {Set<string>} moments the names of the protocol's moments
 * @returns {Timed|null}
 */
export function timedBy(clause, moments) {
  if (!(clause instanceof Comparison) || clause.negated) return null;
  const sides = clause.ends.flatMap(({ left, right }) => [left, right]);
  if (sides.length === 0 || !sides.every(isDay)) return null;
  const isMoment = ({ name, variable }) => variable === "" && moments.has(name);
  const found = lastingIn(sides) ?? comparedIn(clause.ends, sides, isMoment);
  if (found === null) return null;
  const terms = found.bounds.flatMap(({ term }) => [...termsIn(term)]);
  const refs = terms.map((term) => term.ref).filter(Boolean);
  return {
    ...found,
    moments: [...new Set(refs.filter(isMoment).map(({ name }) => name))],
    isFixed: refs.every(({ variable }) => variable === ""),
  };
}

const DAYS = [DateOf, DayConst, Shift, WholeDay];

function isDay(term) {
  if (term instanceof Extreme) return term.terms.every(isDay);
  return DAYS.some((kind) => term instanceof kind);
}

/** A period that lasts so long in a window, whose ends are whole days. */
function lastingIn(sides) {
  const ends = new Set(
    sides.flatMap((side) => [...termsIn(side)]).filter((term) => term instanceof WholeDay),
  );
  if (ends.size === 0) return null;
  const bounds = [...ends].map((term) => ({
    term,
    side: term.direction === "from" ? "low" : "high",
    strict: false,
  }));
  const inEnds = new Set([...ends].flatMap((term) => [...termsIn(term)]));
  const dates = sides
    .flatMap((side) => [...termsIn(side)])
    .filter((term) => term instanceof DateOf && !inEnds.has(term));
  return { event: dates[0].ref, isPeriod: true, lasts: true, bounds };
}

/** A date that each end compares with another day; one that is no moment rather than one that is. */
function comparedIn(ends, sides, isMoment) {
  const dates = sides.filter((side) => side instanceof DateOf);
  const apart = (date) =>
    ends.every(
      ({ left, right }) =>
        isOf(left, date) !== isOf(right, date) && !isIn(left, date) && !isIn(right, date),
    );
  const [date] = dates.filter(apart).sort((one, other) => isMoment(one.ref) - isMoment(other.ref));
  if (date === undefined) return null;
  const bounds = ends.map(({ left, right, strict }) =>
    isOf(left, date) ? { term: right, side: "high", strict } : { term: left, side: "low", strict },
  );
  return { event: date.ref, isPeriod: date.side !== "", lasts: false, bounds };
}

function isOf(term, date) {
  return (
    term instanceof DateOf &&
    term.ref.name === date.ref.name &&
    term.ref.variable === date.ref.variable
  );
}

/** Whether a term is made with the date, but is not the date. */
function isIn(term, date) {
  return !isOf(term, date) && [...termsIn(term)].some((each) => isOf(each, date));
}

// ---- from which day to which ----

/**
 * A stretch of days, both ends included. `low.maybe` is the first day that may be in it, `low.sure`
 * the first that surely is; `high.sure` and `high.maybe` the last. They may be infinite.
 *
 * @typedef {{low: {maybe: number, sure: number}, high: {sure: number, maybe: number}, covers?: boolean}} Band
 */

const FROM_EVER = { maybe: Number.NEGATIVE_INFINITY, sure: Number.NEGATIVE_INFINITY };
const FOR_EVER = { maybe: Number.POSITIVE_INFINITY, sure: Number.POSITIVE_INFINITY };

/**
 * The days of a window: one stretch, or two where it is all but those around a moment; none where
 * a date that it counts from is recorded as never having been.
 *
 * @param {Comparison} clause
 * @param {Timed} timed
 * @param {Scope} scope
 * @returns {Band[]}
 */
export function bandsOf(clause, { bounds, isPeriod, lasts }, scope) {
  const found = bounds.map((bound) => ({ side: bound.side, edge: edgeOf(bound, scope) }));
  if (found.some(({ edge }) => edge === null)) return [];
  const edges = (side) => found.filter((each) => each.side === side).map(({ edge }) => edge);
  const low = { maybe: latest(edges("low"), "maybe"), sure: latest(edges("low"), "sure") };
  const high = { sure: earliest(edges("high"), "sure"), maybe: earliest(edges("high"), "maybe") };
  if (clause.anyEnd && !lasts)
    return [
      { low: FROM_EVER, high },
      { low, high: FOR_EVER },
    ];
  if (isPeriod && !lasts && high.sure < low.maybe) {
    // It begins before the one day and ends after the other: all days between them are asked.
    return [
      {
        low: { maybe: high.sure, sure: high.maybe },
        high: { sure: low.maybe, maybe: low.sure },
        covers: true,
      },
    ];
  }
  return [{ low, high }];
}

function latest(edges, which) {
  return Math.max(...edges.map((edge) => edge[which]));
}

function earliest(edges, which) {
  return Math.min(...edges.map((edge) => edge[which]));
}

/** The whole day at which a window begins or ends; null where it counts from what never was. */
function edgeOf({ term, side, strict }, scope) {
  const interval = valueUnlessNone(term, scope);
  if (interval === null) return null;
  const [early, late] = [interval.low, interval.high].map((day) => wholeDay(day, side, strict));
  return side === "low" ? { maybe: early, sure: late } : { sure: early, maybe: late };
}

function valueUnlessNone(term, scope) {
  try {
    return term.value(scope, new Unknowns()) ?? anything();
  } catch (caught) {
    if (caught instanceof Never) return null;
    throw caught;
  }
}

/** The first whole day from a moment on, or the last up to it; `strict` leaves the moment out. */
function wholeDay(moment, side, strict) {
  const left = strict && moment.isInteger ? 1 : 0;
  return side === "low" ? ceiling(moment).toNumber() + left : moment.floor().toNumber() - left;
}

/** Whether some days are surely in a band. */
export function isSurelySome({ low, high }) {
  return low.sure <= high.sure && low.sure < FOR_EVER.sure && high.sure > FROM_EVER.sure;
}

/** The days of a band that are known: those to show. */
export function daysOfBand({ low, high }) {
  return [low.maybe, low.sure, high.sure, high.maybe].filter(Number.isFinite);
}
