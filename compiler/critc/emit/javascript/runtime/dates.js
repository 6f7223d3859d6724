/** Dates and lengths of time, as terms of a clause. */

import { completedMonths, completedYears, monthsLater } from "./calendar.js";
import { ordinal } from "./days.js";
import {
  anything,
  exact,
  INFINITY,
  Interval,
  larger,
  MINUS_INFINITY,
  negative,
  ONE,
  plus,
  point,
  smaller,
  times,
  ZERO,
} from "./numbers.js";
import { CANNOT, MISSING, Never, namedLast, Term, VAGUE } from "./terms.js";
import { Period } from "./values.js";

/** A date, or with `side` an end of a period; `orNone` says that it may never have been. */
export class DateOf extends Term {
  /**
   * @param {Ref} ref
   * @param {any[]} more `side` ("", "start" or "end"), and `{orNone: true}`
   */
  constructor(ref, ...more) {
    super();
    const [[side = ""], { orNone = false }] = namedLast(more);
    this.ref = ref;
    this.side = side;
    this.orNone = orNone;
  }

  /** The date as recorded (null: absent), and the path to ask for. */
  read(scope) {
    const known = this.ref.read(scope);
    const path = this.ref.path(scope);
    if (!this.side) {
      return [known, path];
    }
    const end = `${path}.${this.side}`;
    if (scope.given.has(end)) {
      return [scope.given.get(end), end];
    }
    return known instanceof Period ? [known[this.side], end] : [known, path];
  }

  value(scope, unknown) {
    const [known, path] = this.read(scope);
    if (typeof known === "number") {
      return point(known);
    }
    if (known === null) {
      unknown.add(MISSING, path);
      return new Interval(MINUS_INFINITY, INFINITY, true, this.side !== "end");
    }
    if (known === "none") {
      throw new Never();
    }
    if (known === "ongoing") {
      return point(INFINITY);
    }
    unknown.add(VAGUE, path);
    const fixed = scope.fixed.get(path);
    return fixed === undefined ? new Interval(known.first, known.last) : point(fixed);
  }

  *days(sign = 1) {
    yield [this, sign];
  }

  /** Whether it is absent and may turn out never to have been. */
  never(scope) {
    return this.orNone && this.ref.read(scope) === null;
  }

  *refs(scope) {
    const [known, path] = this.read(scope);
    yield [path, known];
  }
}

/** A date of the protocol. */
export class DayConst extends Term {
  constructor(year, month, day) {
    super();
    this.day = point(ordinal(year, month, day));
  }

  value() {
    return this.day;
  }
}

/** Completed years or months from a birth to a moment. */
export class Age extends Term {
  /**
   * @param {"years" | "months"} unit
   * @param {Term} birth
   * @param {Term} moment
   */
  constructor(unit, birth, moment) {
    super();
    this.unit = unit;
    this.birth = birth;
    this.moment = moment;
  }

  value(scope, unknown) {
    const birth = this.birth.value(scope, unknown);
    const moment = this.moment.value(scope, unknown);
    if (birth === null || moment === null) {
      return null;
    }
    const endless = birth.low.equals(INFINITY) && moment.high.equals(INFINITY);
    if (birth.unbounded || moment.low.equals(MINUS_INFINITY) || endless) {
      return anything();
    }
    const completed = this.unit === "years" ? completedYears : completedMonths;
    const low = completed(birth.high, moment.low);
    if (birth.low === birth.high && moment.low === moment.high) {
      return new Interval(low, low, low.equals(MINUS_INFINITY));
    }
    return new Interval(low, completed(birth.low, moment.high), low.equals(MINUS_INFINITY));
  }

  parts() {
    return [
      [this.birth, -1],
      [this.moment, 1],
    ];
  }
}

/** Days from one date to another. */
export class DaysBetween extends Term {
  constructor(start, end) {
    super();
    this.start = start;
    this.end = end;
  }

  value(scope, unknown) {
    const start = this.start.value(scope, unknown);
    const end = this.end.value(scope, unknown);
    return start === null || end === null ? null : plus(end, negative(start));
  }

  parts() {
    return [
      [this.start, -1],
      [this.end, 1],
    ];
  }
}

/** How many days a unit of time has. */
const DAYS_IN = new Map([
  ["hour", exact("1/24")],
  ["day", ONE],
  ["week", exact(7)],
]);

/** How many months a unit of time has that is counted in months. */
const MONTHS_IN = new Map([
  ["month", ONE],
  ["year", exact(12)],
]);

/** So many hours, days, weeks, months or years; a negative number of them counts as none. */
export class Length {
  /**
   * @param {Term} amount
   * @param {"hour" | "day" | "week" | "month" | "year"} unit
   * @param {{whole?: boolean}} named `whole`: the amount can be nothing but a whole number
   */
  constructor(amount, unit, { whole = false } = {}) {
    this.amount = amount;
    this.unit = unit;
    this.whole = whole;
  }

  /**
   * The day so far after `start` (before it, for a `direction` of -1).
   *
   * @returns {Interval | null}
   */
  reach(start, direction, scope, unknown) {
    const counted = this.amount.value(scope, unknown);
    if (counted === null) {
      return null;
    }
    const amount = larger([counted, point(ZERO)]);
    const inMonths = MONTHS_IN.get(this.unit);
    if (inMonths === undefined) {
      const length = times(amount, point(DAYS_IN.get(this.unit)));
      return plus(start, direction > 0 ? length : negative(length));
    }
    const months = times(amount, point(inMonths));
    if (!months.known && !this.whole) {
      return null;
    }
    if (months.known && !months.low.isInteger) {
      unknown.add(CANNOT, "");
      return null;
    }
    return moved(start, direction > 0 ? months : negative(months));
  }

  /** What it is counted with. */
  terms() {
    return [this.amount];
  }
}

/** So many months after `start`; several days may be clamped to one, which is then reached. */
function moved(start, months) {
  const low = monthEnd(start.low, months.low, MINUS_INFINITY);
  const high = monthEnd(start.high, months.high, INFINITY);
  const lowOpen = low.equals(MINUS_INFINITY) || start.lowOpen;
  return new Interval(low, high, lowOpen, high.equals(INFINITY) && start.highOpen);
}

/** So many months after a day; `doubtful` where both are infinite, one each way. */
function monthEnd(day, months, doubtful) {
  if (!months.isFinite) {
    return !day.isFinite && !day.equals(months) ? doubtful : months;
  }
  return monthsLater(day, months.truncated());
}

/** The shorter or longer of several lengths: the one that reaches the nearer or the farther day. */
export class ExtremeLength {
  /**
   * @param {"shorter" | "longer"} which
   * @param {(Length | ExtremeLength)[]} lengths
   */
  constructor(which, ...lengths) {
    this.which = which;
    this.lengths = lengths;
  }

  /** The day so far after `start` (before it, for a `direction` of -1). */
  reach(start, direction, scope, unknown) {
    const reached = this.lengths.map((each) => each.reach(start, direction, scope, unknown));
    if (reached.includes(null)) {
      return null;
    }
    return (this.which === "shorter") === direction > 0 ? smaller(reached) : larger(reached);
  }

  /** What the lengths are counted with. */
  terms() {
    return this.lengths.flatMap((length) => length.terms());
  }
}

/** So long after a day, or before it. */
export class Shift extends Term {
  /**
   * @param {Term} term
   * @param {"after" | "before"} direction
   * @param {Length | ExtremeLength} length
   */
  constructor(term, direction, length) {
    super();
    this.term = term;
    this.direction = direction === "after" ? 1 : -1;
    this.length = length;
  }

  value(scope, unknown) {
    const start = this.term.value(scope, unknown);
    const reached = this.length.reach(start ?? anything(), this.direction, scope, unknown);
    return start === null ? null : reached;
  }

  parts() {
    return [[this.term, 1], ...this.length.terms().map((term) => [term, this.direction])];
  }
}

/** The first whole day from a moment on, or the last up to it; `strict` leaves it out. */
export class WholeDay extends Term {
  /**
   * @param {Term} term
   * @param {"from" | "to"} direction
   * @param {boolean} strict
   */
  constructor(term, direction, strict) {
    super();
    this.term = term;
    this.direction = direction;
    this.strict = strict;
  }

  value(scope, unknown) {
    const term = this.term.value(scope, unknown);
    if (term === null) {
      return null;
    }
    return new Interval(this.whole(term.low), this.whole(term.high), term.lowOpen, term.highOpen);
  }

  /** The whole day next to a moment. */
  whole(day) {
    if (!day.isFinite) {
      return day;
    }
    if (this.direction === "to") {
      return this.strict && day.isInteger ? day.minus(ONE) : day.floor();
    }
    const up = day.negative().floor().negative();
    return this.strict && day.isInteger ? up.plus(ONE) : up;
  }

  parts() {
    return [[this.term, 1]];
  }
}
