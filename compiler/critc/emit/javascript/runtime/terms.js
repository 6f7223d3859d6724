/** The terms of a clause: what is read of the patient, and what is computed from it. */

import {
  anything,
  exact,
  INFINITY,
  Interval,
  larger,
  MINUS_INFINITY,
  meet,
  negative,
  number,
  plus,
  point,
  Rational,
  reciprocal,
  rounded,
  scaled,
  smaller,
  times,
  wholePower,
  ZERO,
} from "./numbers.js";
import { Quantity } from "./values.js";

export const MISSING = "missing";
export const NOT_YET = "not yet answered";
export const VAGUE = "date too vague";
export const INCOMPLETE = "list incomplete";
export const CANNOT = "cannot be computed";

/** What is not known: causes, each with the path to ask for, or "" when asking is of no use. */
export class Unknowns {
  /** @param {[cause: string, path: string][]} pairs */
  constructor(...pairs) {
    this.byPath = null; // Most clauses have none: a Map is made for the first.
    for (const [cause, path] of pairs) {
      this.add(cause, path);
    }
  }

  /** 0 if there are none, else how many paths there are. */
  get size() {
    return this.byPath === null ? 0 : this.byPath.size;
  }

  /** Add one, unless it is among them. */
  add(cause, path) {
    this.byPath ??= new Map();
    const causes = this.byPath.get(path);
    if (causes === undefined) {
      this.byPath.set(path, [cause]);
    } else if (!causes.includes(cause)) {
      causes.push(cause);
    }
  }

  /** Add those of another. */
  addAll(other) {
    for (const [path, causes] of other.byPath ?? []) {
      for (const cause of causes) {
        this.add(cause, path);
      }
    }
  }

  /** Those of several together, as a new one. */
  static union(...several) {
    const all = new Unknowns();
    for (const each of several) {
      all.addAll(each);
    }
    return all;
  }

  /** Pairs of a cause and a path. */
  *[Symbol.iterator]() {
    for (const [path, causes] of this.byPath ?? []) {
      for (const cause of causes) {
        yield [cause, path];
      }
    }
  }
}

/** Thrown: a date is recorded as none, so every comparison, window or length on it is false. */
export class Never {}

/** A patient, the records that quantifiers have bound, and values that are tried in their place. */
export class Scope {
  /**
   * @param {object} patient with every declared fact and list as key
   * @param {Map<string, [object, string]>} records of each variable: the record, and its path
   * @param {Map<string, any>} given values by path, instead of those that are recorded
   * @param {Map<string, number>} fixed days of partial dates, by path
   */
  constructor(patient, records = new Map(), given = new Map(), fixed = new Map()) {
    this.patient = patient;
    this.records = records;
    this.given = given;
    this.fixed = fixed;
  }

  /** The scope in which `variable` is that record; dates in it belong to the clauses in it. */
  bind(variable, record, path) {
    const records = new Map(this.records).set(variable, [record, path]);
    return new Scope(this.patient, records, this.given);
  }

  /** The scope in which partial dates are these days. */
  fix(days) {
    return new Scope(this.patient, this.records, this.given, days);
  }
}

/** A fact of the patient, or a field of the record bound to `variable`. */
export class Ref {
  constructor(name, variable) {
    this.name = name;
    this.variable = variable;
  }

  /** Where it stands in the patient's data: `therapies[0].given`. */
  path(scope) {
    return this.variable ? `${scope.records.get(this.variable)[1]}.${this.name}` : this.name;
  }

  /** The value; null when it is absent. */
  read(scope) {
    if (scope.given.size > 0) {
      const path = this.path(scope);
      if (scope.given.has(path)) {
        return scope.given.get(path);
      }
    }
    const owner = this.variable ? scope.records.get(this.variable)[0] : scope.patient;
    return owner[this.name] ?? null;
  }
}

/** A fact of the patient. */
export function fact(name) {
  return new Ref(name, "");
}

/** A field of the record bound to `variable`. */
export function field(variable, name) {
  return new Ref(name, variable);
}

/**
 * The arguments of a call, and the object of named ones that may stand last.
 *
 * @param {any[]} given
 * @returns {[any[], object]}
 */
export function namedLast(given) {
  const last = given[given.length - 1];
  const isNamed = typeof last === "object" && last !== null && isPlain(last);
  return isNamed ? [given.slice(0, -1), last] : [given, {}];
}

function isPlain(object) {
  return Object.getPrototypeOf(object) === Object.prototype;
}

/** A number or a day, as far as it is known. */
export class Term {
  /**
   * Its interval, or null when it has no value; what is not known is added to `unknown`.
   *
   * @param {Scope} _scope
   * @param {Unknowns} _unknown
   * @returns {Interval | null}
   */
  value(_scope, _unknown) {
    throw new Error("a term has a value");
  }

  /** The terms it is made of: 1 for those it grows with, -1 for those it falls with, else 0. */
  parts() {
    return [];
  }

  /** The days it mentions, each with the direction in which it moves the whole. */
  *days(sign = 1) {
    for (const [part, direction] of this.parts()) {
      yield* part.days(sign * direction);
    }
  }

  /** Of a sum: what is known of it, and how many addends are not; null for other terms. */
  soFar(_scope) {
    return null;
  }

  /** Of a number over records: that too few of those recorded count; null otherwise. */
  tooFew(_scope) {
    return null;
  }

  /** What it reads: paths and values. */
  *refs(scope) {
    for (const [part] of this.parts()) {
      yield* part.refs(scope);
    }
  }
}

/** A number of the protocol. */
export class Const extends Term {
  /** @param {string | number} value a safe integer, or text */
  constructor(value) {
    super();
    this.known = point(exact(value));
  }

  value() {
    return this.known;
  }
}

/** A number, quantity or ordered choice; `low` and `high` are the declared range. */
export class Value extends Term {
  /**
   * @param {Ref} ref
   * @param {{low?: string | number, high?: string | number, options?: string[]}} named
   */
  constructor(ref, { low, high, options = [] } = {}) {
    super();
    this.ref = ref;
    this.low = low === undefined ? MINUS_INFINITY : exact(low);
    this.high = high === undefined ? INFINITY : exact(high);
    if (options.length > 0) {
      this.low = ZERO;
      this.high = exact(options.length - 1);
    }
    this.options = options;
  }

  value(scope, unknown) {
    const known = this.ref.read(scope);
    if (known === null) {
      unknown.add(MISSING, this.ref.path(scope));
      return anything();
    }
    if (known instanceof Rational) {
      return point(number(known));
    }
    if (!(known instanceof Quantity)) {
      return point(this.options.indexOf(known));
    }
    if (known.bound) {
      unknown.add(CANNOT, "");
      return this.bounded(known);
    }
    return point(number(known.value));
  }

  /** What a laboratory reported as below or above a number. */
  bounded(known) {
    const limit = number(known.value);
    if (known.bound === ">" || known.bound === ">=") {
      return new Interval(limit, INFINITY, known.bound === ">", true);
    }
    const low = this.low.atMost(limit) ? this.low : MINUS_INFINITY;
    return new Interval(low, limit, !low.isFinite, known.bound === "<");
  }

  /** Its interval where the declared range counts: in the numbers of a list, as a key. */
  ranged(scope, unknown) {
    const interval = this.value(scope, unknown);
    return interval.known ? interval : meet(interval, this.declared());
  }

  /** The declared range. */
  declared() {
    return new Interval(this.low, this.high, !this.low.isFinite, !this.high.isFinite);
  }

  *refs(scope) {
    yield [this.ref.path(scope), this.ref.read(scope)];
  }
}

/** The laboratory's upper or lower limit of normal that came with a quantity. */
export class Limit extends Term {
  /**
   * @param {"uln" | "lln"} side
   * @param {Ref} ref
   */
  constructor(side, ref) {
    super();
    this.side = side;
    this.ref = ref;
  }

  value(scope, unknown) {
    if (this.ref.read(scope) === null) {
      unknown.add(MISSING, this.ref.path(scope));
      return null;
    }
    const limit = this.read(scope);
    if (limit === null) {
      unknown.add(CANNOT, this.path(scope));
      return null;
    }
    return point(number(limit));
  }

  /** Where it stands beside the quantity: `alt[0].value.uln`. */
  path(scope) {
    return `${this.ref.path(scope)}.${this.side}`;
  }

  /** The limit; null when it is absent. */
  read(scope) {
    const path = this.path(scope);
    if (scope.given.has(path)) return scope.given.get(path).value;
    return this.ref.read(scope)?.[this.side] ?? null;
  }

  *refs(scope) {
    yield [this.ref.path(scope), this.ref.read(scope)];
    if (this.ref.read(scope) !== null) yield [this.path(scope), this.read(scope)];
  }
}

/** Two terms added, or subtracted. */
export class Sum extends Term {
  /**
   * @param {Term} left
   * @param {"+" | "-"} op
   * @param {Term} right
   */
  constructor(left, op, right) {
    super();
    this.left = left;
    this.sign = op === "+" ? 1 : -1;
    this.right = right;
  }

  value(scope, unknown) {
    const left = this.left.value(scope, unknown);
    const right = this.right.value(scope, unknown);
    if (left === null || right === null) {
      return null;
    }
    return plus(left, this.sign > 0 ? right : negative(right));
  }

  parts() {
    return [
      [this.left, 1],
      [this.right, this.sign],
    ];
  }
}

/** Two terms multiplied. */
export class Product extends Term {
  constructor(left, right) {
    super();
    this.left = left;
    this.right = right;
  }

  value(scope, unknown) {
    const left = this.left.value(scope, unknown);
    const right = this.right.value(scope, unknown);
    return left === null || right === null ? null : times(left, right);
  }

  parts() {
    return [
      [this.left, 0],
      [this.right, 0],
    ];
  }
}

/** A term divided by another; it has no value when the divisor may be zero. */
export class Quotient extends Term {
  constructor(left, right) {
    super();
    this.left = left;
    this.right = right;
  }

  value(scope, unknown) {
    const left = this.left.value(scope, unknown);
    const right = this.right.value(scope, unknown);
    if (right?.known && right.low.sign === 0) {
      unknown.add(CANNOT, "");
    }
    if (left === null || right === null) {
      return null;
    }
    const inverted = reciprocal(right);
    return inverted === null ? null : times(left, inverted);
  }

  parts() {
    return [
      [this.left, 0],
      [this.right, 0],
    ];
  }
}

/** `term × factor + offset`: the same quantity in another unit. */
export class Convert extends Term {
  constructor(term, factor, offset = 0) {
    super();
    this.term = term;
    this.factor = exact(factor);
    this.offset = exact(offset);
  }

  value(scope, unknown) {
    const term = this.term.value(scope, unknown);
    return term === null ? null : scaled(term, this.factor, this.offset);
  }

  parts() {
    return [[this.term, this.factor.sign > 0 ? 1 : -1]];
  }
}

/** `term ^ exponent` for an exponent that is always whole; for others there is `Power`. */
export class WholePower extends Term {
  constructor(term, exponent) {
    super();
    this.term = term;
    this.exponent = exponent;
  }

  value(scope, unknown) {
    const base = this.term.value(scope, unknown);
    const exponent = this.exponent.value(scope, unknown);
    if (base === null || exponent === null || !exponent.finite) {
      return null;
    }
    const result = this.raised(base, exponent.low);
    if (result === null && base.known) {
      unknown.add(CANNOT, "");
    }
    return result;
  }

  /** The power of an interval; null when it has no value. */
  raised(base, exponent) {
    return wholePower(base, exponent);
  }

  parts() {
    return [
      [this.term, 0],
      [this.exponent, 0],
    ];
  }
}

/** Rounded half away from zero. */
export class Round extends Term {
  constructor(term, digits) {
    super();
    this.term = term;
    this.digits = digits;
  }

  value(scope, unknown) {
    const term = this.term.value(scope, unknown);
    return term === null ? null : rounded(term, this.digits);
  }

  parts() {
    return [[this.term, 1]];
  }
}

/** The smaller or larger of several numbers, the earlier or later of several days. */
export class Extreme extends Term {
  /**
   * @param {"smaller" | "larger"} which
   * @param {Term[]} terms
   */
  constructor(which, ...terms) {
    super();
    this.which = which;
    this.terms = terms;
  }

  value(scope, unknown) {
    const values = this.terms.map((term) => term.value(scope, unknown));
    if (values.includes(null)) {
      return null;
    }
    return this.which === "smaller" ? smaller(values) : larger(values);
  }

  parts() {
    return this.terms.map((term) => [term, 1]);
  }
}
