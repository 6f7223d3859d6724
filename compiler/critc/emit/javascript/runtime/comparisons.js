/** Comparisons, ranges and windows: in every joint completion of the dates they mention. */

import { Clause, Finding } from "./clauses.js";
import { Age, DateOf, DaysBetween } from "./dates.js";
import { atMost, below, exact, INFINITY, MINUS_INFINITY, point } from "./numbers.js";
import { Never, namedLast, Unknowns } from "./terms.js";
import { PartialDate } from "./values.js";

/** More completions than two years, day by day, are not tried: the answer is then null ("ask"). */
export const MOST_COMPLETIONS = 366 * 366;

/** One end of a comparison: `left` ≤ `right`, or < if `strict`. */
export class End {
  constructor(left, right, strict = false) {
    this.left = left;
    this.right = right;
    this.strict = strict;
  }

  /**
   * The outcome, where the term `pivot` is the number `at`.
   *
   * @param {Scope} scope
   * @param {Term | null} pivot
   * @param {number} at
   * @returns {Finding}
   */
  judge(scope, pivot, at) {
    const unknown = new Unknowns();
    let left = this.left.value(scope, unknown);
    let right = this.right.value(scope, unknown);
    if (left === null || right === null) {
      return new Finding(null, unknown);
    }
    left = this.left === pivot ? point(at) : left;
    right = this.right === pivot ? point(at) : right;
    const finding = new Finding(this.strict ? below(left, right) : atMost(left, right), unknown);
    finding.unknown = unknown;
    return finding;
  }

  /** The days it mentions, each with the direction in which it favours the end. */
  *days() {
    yield* this.left.days(-1);
    yield* this.right.days(1);
  }
}

/**
 * A comparison, range or window: one atom, whose ends all hold (or, with `anyEnd`, one of them).
 *
 * It is true (false) when it is so in every joint completion of the partial dates that it mentions.
 * A date that moves all ends one way is taken from its first to its last day, any other day by day.
 */
export class Comparison extends Clause {
  /**
   * @param {number} line
   * @param {string} words
   * @param {any[]} more the ends, and `{anyEnd, negated, together, worth}`, of which `worth` is an
   *   array: how the number is called, the term, and its limit or null
   */
  constructor(line, words, ...more) {
    super(line, words);
    const [ends, named] = namedLast(more);
    this.worth = named.worth ?? null;
    this.together = named.together ?? false;
    this.ends = ends;
    this.days = ends.map((end) => [...end.days()]);
    this.anyEnd = named.anyEnd ?? false;
    this.negated = named.negated ?? false;
  }

  judge(scope) {
    const never = this.days.map((days) => days.some(([day]) => day.never(scope)));
    const tally = this.tallyOrNever(scope, never);
    if (tally === null) {
      return new Finding(false);
    }
    const outcome = tally.outcome();
    if (outcome === null) {
      return new Finding(null, this.unknown(scope, tally, this.together));
    }
    if (!this.negated) {
      return new Finding(outcome);
    }
    if (!outcome && never.includes(true)) {
      return new Finding(null, this.unknown(scope, tally, true));
    }
    return new Finding(!outcome);
  }

  /** The same as `tally`; null where a date is recorded as none. */
  tallyOrNever(scope, never) {
    try {
      return this.tally(scope, never);
    } catch (caught) {
      if (caught instanceof Never) {
        return null;
      }
      throw caught;
    }
  }

  /** What is not known in the ends that are not settled in every completion, or in all. */
  unknown(scope, tally, inAll) {
    const findings = tally.byDay
      ? this.ends.map((end) => end.judge(scope, null, 0))
      : tally.findings;
    const open = findings.filter((_, number) => inAll || !tally.settled(number));
    return Unknowns.union(...open.map((finding) => finding.unknown));
  }

  /** The outcomes over the completions of the dates that do not move all ends one way. */
  tally(scope, never) {
    const tally = new Tally(this.anyEnd, this.negated ? never.map(() => false) : never);
    let partial = mixedDates(scope, this.days);
    if (partial.size === 0) {
      tally.add(this.ends.map((end) => end.judge(scope, null, 0)));
      return tally;
    }
    tally.byDay = true;
    let pivot = this.pivot(scope, partial);
    for (const path of pivot === null ? [] : partialDates(scope, pivot)) {
      partial.delete(path);
    }
    let count = 1;
    for (const known of partial.values()) {
      count *= known.last - known.first + 1;
    }
    if (count > MOST_COMPLETIONS) {
      partial = new Map();
      pivot = null;
    }
    const fixed = new Map(scope.fixed);
    const completion = scope.fix(fixed);
    for (const _ of completions([...partial], fixed)) {
      for (const at of pivot === null ? [0] : this.candidates(completion, pivot)) {
        tally.add(this.ends.map((end) => end.judge(completion, pivot, at)));
      }
      if (tally.decided()) {
        break;
      }
    }
    return tally;
  }

  /**
   * A whole number that stands alone on one side, and takes every value between two.
   *
   * It is a date, an age or a number of days between dates that are mentioned nowhere else.
   */
  pivot(scope, partial) {
    const sides = this.ends.flatMap((end) => [end.left, end.right]);
    for (const term of sides) {
      if (!takesAll(term, scope)) {
        continue;
      }
      const own = partialDates(scope, term);
      if (!own.some((path) => partial.has(path))) {
        continue;
      }
      const elsewhere = new Set(
        sides.filter((side) => side !== term).flatMap((side) => partialDates(scope, side)),
      );
      const interval = term.value(scope, new Unknowns());
      if (!own.some((path) => elsewhere.has(path)) && interval !== null && !isInfinite(interval)) {
        return term;
      }
    }
    return null;
  }

  /** Numbers of which one stands for each stretch of the pivot's values with one outcome. */
  candidates(scope, pivot) {
    const interval = pivot.value(scope, new Unknowns());
    const low = interval.low.toNumber();
    const high = interval.high.toNumber();
    const [before, after] = [exact(low - 1), exact(high + 1)];
    const tried = new Set([low, high]);
    for (const side of this.ends.flatMap((end) => [end.left, end.right])) {
      const value = side === pivot ? null : side.value(scope, new Unknowns());
      for (const limit of value === null ? [] : [value.low, value.high]) {
        if (before.atMost(limit) && limit.atMost(after)) {
          const whole = limit.floor().toNumber();
          for (const each of [whole - 1, whole, whole + 1, whole + 2]) {
            tried.add(each);
          }
        }
      }
    }
    return [...tried].filter((each) => low <= each && each <= high).sort((a, b) => a - b);
  }

  *worths(scope) {
    if (this.worth !== null) {
      const [worth, term, limit] = this.worth;
      const words = worth.inWords(term, limit, scope);
      if (words !== null) {
        yield words;
      }
    }
  }

  *values(scope) {
    for (const end of this.ends) {
      yield* end.left.refs(scope);
      yield* end.right.refs(scope);
    }
  }
}

const NO_DATES = new Map();

/** The partial dates that do not move all ends one way, by their paths. */
function mixedDates(scope, days) {
  let partial = null;
  for (const mentioned of days) {
    for (const [day, direction] of mentioned) {
      const [known, path] = day.read(scope);
      if (known instanceof PartialDate) {
        partial ??= new Map();
        const directions = partial.get(path)?.directions ?? new Set();
        partial.set(path, { known, directions: directions.add(direction) });
      }
    }
  }
  if (partial === null) {
    return NO_DATES;
  }
  const mixed = new Map();
  for (const [path, { known, directions }] of partial) {
    if (directions.size > 1 || directions.has(0)) {
      mixed.set(path, known);
    }
  }
  return mixed;
}

/** The paths of the partial dates that a term mentions. */
export function partialDates(scope, term) {
  const paths = new Set();
  for (const [day] of term.days()) {
    const [known, path] = day.read(scope);
    if (known instanceof PartialDate) {
      paths.add(path);
    }
  }
  return [...paths];
}

/** Puts each joint completion of partial dates into `fixed`; the last date changes first. */
export function* completions(partial, fixed, from = 0) {
  if (from === partial.length) {
    yield;
    return;
  }
  const [path, { first, last }] = partial[from];
  for (let day = first; day <= last; day += 1) {
    fixed.set(path, day);
    yield* completions(partial, fixed, from + 1);
  }
}

/** Whether a term takes every whole number between its ends as its dates take every day. */
export function takesAll(term, scope) {
  if (!isPlainTerm(term)) {
    return false;
  }
  const paths = [...term.days()].map(([day]) => day.read(scope)[1]);
  return new Set(paths).size === paths.length;
}

/** Whether a term is a date, an age or the days between two dates. */
export function isPlainTerm(term) {
  if (term instanceof Age) {
    return term.birth instanceof DateOf && term.moment instanceof DateOf;
  }
  if (term instanceof DaysBetween) {
    return term.start instanceof DateOf && term.end instanceof DateOf;
  }
  return term instanceof DateOf;
}

/** Whether an end is not limited. */
function isInfinite(interval) {
  return interval.low.equals(MINUS_INFINITY) || interval.high.equals(INFINITY);
}

/** Sets of outcomes are sums of these: above `FALSE` are those that have null, or several. */
const TRUE = 1;
const FALSE = 2;
const OPEN = 4;

/** The set that has an outcome alone. */
function setOf(outcome) {
  return outcome === null ? OPEN : outcome ? TRUE : FALSE;
}

/** The outcomes of a comparison over the completions of its dates. */
class Tally {
  /**
   * @param {boolean} anyEnd
   * @param {boolean[]} never of each end, whether a date in it may never have been
   */
  constructor(anyEnd, never) {
    this.anyEnd = anyEnd;
    this.never = never;
    this.ends = never.map(() => 0);
    this.whole = 0;
    // Whether dates were tried, whose causes are those of no one day.
    this.byDay = false;
    this.findings = [];
  }

  /** Count one completion. What may never have been leaves a true end open. */
  add(findings) {
    this.findings = findings;
    let all = 0;
    findings.forEach(({ outcome }, number) => {
      const found = outcome && this.never[number] ? OPEN : setOf(outcome);
      this.ends[number] |= found;
      all |= found;
    });
    this.whole |= this.anyEnd ? greatestOf(all) : leastOf(all);
  }

  /** Whether further completions can change neither the outcome nor its causes. */
  decided() {
    return this.whole > FALSE && this.ends.every((seen) => seen > FALSE);
  }

  /** The outcome in every completion, or null. */
  outcome() {
    return this.whole === TRUE ? true : this.whole === FALSE ? false : null;
  }

  /** Whether an end has one outcome in every completion. */
  settled(number) {
    return this.ends[number] === TRUE || this.ends[number] === FALSE;
  }
}

/** Strong Kleene: the least of false, unknown and true, in a set of outcomes. */
function leastOf(outcomes) {
  return outcomes & FALSE ? FALSE : outcomes & OPEN ? OPEN : TRUE;
}

/** Strong Kleene: the greatest of false, unknown and true, in a set of outcomes. */
function greatestOf(outcomes) {
  return outcomes & TRUE ? TRUE : outcomes & OPEN ? OPEN : FALSE;
}
