/** Tables: a clause for each combination of keys. */

import { Clause, Finding } from "./clauses.js";
import {
  completions,
  isPlainTerm,
  MOST_COMPLETIONS,
  partialDates,
  takesAll,
} from "./comparisons.js";
import { agreed } from "./joined.js";
import { ascending } from "./lists.js";
import { exact, greatest, least, ONE, Rational, scaled, ZERO } from "./numbers.js";
import { Convert, MISSING, Never, namedLast, Unknowns, Value } from "./terms.js";
import { PartialDate } from "./values.js";

/** A cell of numbers; null is no limit. */
export class Numbers {
  constructor(low, high, ends = "[]") {
    this.low = low === null ? null : exact(low);
    this.high = high === null ? null : exact(high);
    this.ends = ends;
  }

  /** Whether the number is in the cell. */
  has(value) {
    const { low, high, ends } = this;
    if (low !== null && !(ends[0] === "(" ? low.below(value) : low.atMost(value))) return false;
    return high === null || (ends[1] === "]" ? value.atMost(high) : value.below(high));
  }

  /** The ends that it has. */
  limits() {
    return [this.low, this.high].filter((limit) => limit !== null);
  }
}

/** A cell of choices. */
export class Options {
  constructor(...options) {
    this.options = options;
  }

  /** Whether the choice is in the cell. */
  has(value) {
    return this.options.includes(value);
  }

  /** A choice has no ends. */
  limits() {
    return [];
  }
}

/** A key that is a number; it takes every value that is possible. */
export class NumberKey {
  constructor(term, { whole = false } = {}) {
    this.term = term;
    this.whole = whole || isPlainTerm(term);
  }

  /** A number for each stretch that no cell divides; what has no value stands for itself. */
  values(scope, cells, unknown) {
    let interval;
    try {
      interval = inRange(this.term, scope, unknown);
    } catch (error) {
      if (error instanceof Never) return [NEVER];
      throw error;
    }
    const never = [...this.term.days()].some(([day]) => day.never(scope)) ? [NEVER] : [];
    if (interval === null) return [NO_VALUE];
    // An age counted from what is ongoing is no number.
    if (interval.known) return interval.lowOpen ? never : [interval.low, ...never];
    const limits = ascending(cells.flatMap((cell) => (cell === null ? [] : cell.limits())));
    const found = this.whole ? wholeNumbers(interval, limits) : numbers(interval, limits);
    return [...found, ...never];
  }

  /** What it reads. */
  refs(scope) {
    return this.term.refs(scope);
  }
}

// What is in no cell: a key without value, and one of something that never was.
const NO_VALUE = "no value";
const NEVER = "never";

/** A number; one that is absent lies in the declared range. */
function inRange(term, scope, unknown) {
  if (term instanceof Value) return term.ranged(scope, unknown);
  if (term instanceof Convert) {
    const inner = inRange(term.term, scope, unknown);
    return inner === null ? null : scaled(inner, term.factor, term.offset);
  }
  return term.value(scope, unknown);
}

/** Whole numbers of an interval, one at least for each stretch between the limits. */
function wholeNumbers({ low, high, lowOpen, highOpen }, limits) {
  const first = lowOpen ? low.floor().plus(ONE) : ceiling(low);
  const last = highOpen ? ceiling(high).minus(ONE) : high.floor();
  const tried = [first, last].filter((end) => end.isFinite);
  for (const limit of limits.length > 0 ? limits : [ZERO]) {
    for (const shift of [-1, 0, 1, 2]) tried.push(limit.floor().plus(exact(shift)));
  }
  return ascending(tried).filter((each) => first.atMost(each) && each.atMost(last));
}

/** The smallest whole number that is not below it. */
export function ceiling(value) {
  return value.negative().floor().negative();
}

const TWO = new Rational(2n);

/** Numbers of an interval: the limits, and one from each stretch between them. */
function numbers(interval, limits) {
  const inner = limits.filter((limit) => interval.low.below(limit) && limit.below(interval.high));
  const ends = [interval.low, interval.high].filter((end) => end.isFinite);
  const finite = inner.length + ends.length > 0 ? [...inner, ...ends] : [ZERO];
  const low = interval.low.isFinite ? interval.low : least(finite).minus(ONE);
  const high = interval.high.isFinite ? interval.high : greatest(finite).plus(ONE);
  const points = [low, ...inner, high];
  const between = points.slice(1).map((point, before) => points[before].plus(point).over(TWO));
  const reached = interval.lowOpen ? [] : [interval.low];
  if (!interval.highOpen) reached.push(interval.high);
  return [...inner, ...between, ...reached];
}

/** A key that is a choice or an answer; one that is absent may be any of the options. */
export class OptionKey {
  constructor(ref, ...options) {
    const [names, { cause = MISSING }] = namedLast(options);
    this.ref = ref;
    this.options = names;
    this.cause = cause;
  }

  /** The option, or all of them. */
  values(scope, _cells, unknown) {
    const known = this.ref.read(scope);
    if (known === null) {
      unknown.add(this.cause, this.ref.path(scope));
      return this.options;
    }
    if (typeof known === "boolean") return [known ? "yes" : "no"];
    return [known];
  }

  /** What it reads. */
  *refs(scope) {
    yield [this.ref.path(scope), this.ref.read(scope)];
  }
}

/**
 * A row: a cell for each key (null: any), and the clause with the row's value put in.
 *
 * A number stands for the clause of the row of that number, which says the same.
 */
export class Row {
  constructor(clause, ...cells) {
    this.clause = clause;
    this.cells = cells;
  }
}

/**
 * The values of a key that the cells do not tell apart.
 *
 * @typedef {Object} Kind
 * @property {string} special NO_VALUE or NEVER if it is that, else ""
 * @property {Set<number>} rows the rows whose cell has it
 * @property {string} text that tells kinds apart
 */

/** Rows by keys; a combination without a row has no value, unless there is an `otherwise`. */
export class Table extends Clause {
  constructor(line, words, keys, rows, otherwise = null) {
    super(line, words);
    this.keys = keys;
    this.rows = rows;
    this.otherwise = otherwise;
    this.columns = keys.map((_, index) => rows.map((row) => row.cells[index]));
  }

  judge(scope) {
    const unknown = this.keys.map(() => new Unknowns());
    const found = this.combinations(scope, unknown);
    const thens = this.clauses(found);
    const given = thens.filter((then) => then !== null);
    const findings = given.map((then) => then.judge(scope));
    const choosing = this.keys.flatMap((_, key) => {
      const without = found.some(({ kinds }) => kinds[key].special === NO_VALUE);
      return without || this.matters(key, found, scope) ? [new Finding(null, unknown[key])] : [];
    });
    const noValue = found.some(({ kinds }) => kinds.some((kind) => kind.special === NO_VALUE));
    if (findings.length === 0 && noValue) {
      return new Finding(null, Unknowns.union(...choosing.map((finding) => finding.unknown)));
    }
    return agreed(findings, choosing, given.length === thens.length);
  }

  /** The clauses of the rows that may be the one, null for no clause at all. */
  clauses(found) {
    const rows = new Set(found.map(({ row }) => row));
    return [...rows].sort((one, other) => one - other).map((row) => this.clause(row));
  }

  /** The clause of a row; after the last one come `otherwise` and no clause at all. */
  clause(row) {
    const given = this.given(row);
    return typeof given === "number" ? this.clause(given) : given;
  }

  /** The same, as it was given. */
  given(row) {
    if (row < this.rows.length) return this.rows[row].clause;
    return row === this.rows.length ? this.otherwise : null;
  }

  /**
   * What the keys may be together, and the row of each; equal rows have one number.
   *
   * @returns {{kinds: Kind[], row: number}[]}
   */
  combinations(scope, unknown) {
    const found = new Map();
    // No one day of a date tells why it is not known.
    this.keys.forEach((key, index) => void this.kinds(index, key, scope, unknown[index]));
    for (const completion of this.completions(scope)) {
      const kinds = this.keys.map((key, index) =>
        this.kinds(index, key, completion, new Unknowns()),
      );
      for (const combination of product(kinds)) {
        const text = textOf(combination);
        if (!found.has(text)) found.set(text, { kinds: combination, row: this.row(combination) });
      }
    }
    return [...found.values()];
  }

  /** The values that a key may have, as far as the cells tell them apart. */
  kinds(index, key, scope, unknown) {
    const cells = this.columns[index];
    const kinds = new Map();
    for (const value of key.values(scope, cells, unknown)) {
      const isSpecial = key instanceof NumberKey && (value === NO_VALUE || value === NEVER);
      const has = (cell) => cell === null || (!isSpecial && cell.has(value));
      const rows = [...cells.keys()].filter((row) => has(cells[row]));
      const text = `${isSpecial ? value : ""}:${rows}`;
      if (!kinds.has(text)) {
        kinds.set(text, { special: isSpecial ? value : "", rows: new Set(rows), text });
      }
    }
    return [...kinds.values()];
  }

  /** The first row of which all cells fit. */
  row(combination) {
    const { length } = this.rows;
    const fits = (_, row) => combination.every((kind) => kind.rows.has(row));
    const fitting = this.rows.findIndex(fits);
    const noValue = combination.some((kind) => kind.special === NO_VALUE);
    const row = fitting >= 0 ? fitting : length + Number(noValue);
    const same = this.given(row);
    if (same === null) return length + 1;
    return typeof same === "number" ? same : row;
  }

  /** Whether a key alone can change the row; keys that share a date change together. */
  matters(key, found, scope) {
    if (this.shared(key, scope)) return new Set(found.map(({ row }) => row)).size > 1;
    const rows = new Map();
    return found.some(({ kinds, row }) => {
      const others = textOf(kinds.toSpliced(key, 1));
      if (!rows.has(others)) rows.set(others, row);
      return rows.get(others) !== row;
    });
  }

  /** Whether a key has a partial date in common with another. */
  shared(key, scope) {
    const datesOf = (each) => (each instanceof NumberKey ? partialDates(scope, each.term) : []);
    const own = datesOf(this.keys[key]);
    if (own.length === 0) return false;
    const others = this.keys.toSpliced(key, 1).flatMap(datesOf);
    return others.some((path) => own.includes(path));
  }

  /** The partial dates that must be tried day by day: those of several keys, or of a sum. */
  joint(scope) {
    const tried = new Map();
    for (const [index, key] of this.keys.entries()) {
      if (!(key instanceof NumberKey)) continue;
      if (takesAll(key.term, scope) && !this.shared(index, scope)) continue;
      for (const [day] of key.term.days()) {
        const [known, path] = day.read(scope);
        if (known instanceof PartialDate) tried.set(path, known);
      }
    }
    return tried;
  }

  /** The scope with those dates fixed, for each completion in turn: one scope, which is changed. */
  *completions(scope) {
    const joint = this.joint(scope);
    const days = [...joint.values()].map((known) => known.last - known.first + 1);
    const count = days.reduce((many, each) => many * each, 1);
    const fixed = new Map(scope.fixed);
    const completion = scope.fix(fixed);
    const tried = count > MOST_COMPLETIONS ? [] : [...joint];
    for (const _ of completions(tried, fixed)) yield completion;
  }

  parts() {
    const clauses = [...this.rows.map((row) => row.clause), this.otherwise];
    return clauses.filter((each) => each instanceof Clause);
  }

  *values(scope) {
    for (const key of this.keys) yield* key.refs(scope);
    for (const then of this.possible(scope)) yield* then.values(scope);
  }

  *worths(scope) {
    for (const then of this.possible(scope)) {
      for (const [clause, , at] of then.deciding(scope)) yield* clause.worths(at);
    }
  }

  /** The clauses of the rows that may be the one. */
  possible(scope) {
    const unknown = this.keys.map(() => new Unknowns());
    return this.clauses(this.combinations(scope, unknown)).filter((then) => then !== null);
  }
}

/** One item of each list, in every combination; the last changes first. */
export function* product(lists) {
  if (lists.length === 0) {
    yield [];
    return;
  }
  const [items, ...others] = lists;
  for (const item of items) {
    for (const rest of product(others)) yield [item, ...rest];
  }
}

/** A text that tells combinations apart. */
function textOf(kinds) {
  return kinds.map((kind) => kind.text).join(" ");
}
