/** Lists of records: how many there are, and what they add up to. */

import { Finding } from "./clauses.js";
import { Comparison, End } from "./comparisons.js";
import { TIED } from "./joined.js";
import {
  greatest,
  INFINITY,
  Interval,
  larger,
  least,
  MINUS_INFINITY,
  plus,
  point,
  Rational,
  scaled,
  smaller,
  ZERO,
} from "./numbers.js";
import { CANNOT, Const, INCOMPLETE, MISSING, Never, Term, Unknowns, VAGUE } from "./terms.js";
import { PartialDate, Quantity } from "./values.js";

/** What is recorded is of another time or kind than is asked for. */
export const NONE_COUNTS = "none of those recorded counts";

/** A record of a list that satisfies a condition, or may; `first` and `last` limit its day. */
export class Member {
  constructor(scope, finding) {
    this.scope = scope;
    this.finding = finding;
    this.first = MINUS_INFINITY;
    this.last = INFINITY;
  }

  /** Whether it satisfies the condition. */
  get certain() {
    return this.finding.outcome === true;
  }

  /** Whether its day is known in full. */
  get dated() {
    return this.first.equals(this.last);
  }

  /** Its day, if it is known in full. */
  get day() {
    return this.dated ? this.first : null;
  }
}

/** The records of a list, each bound to `variable`, that satisfy `where`. */
export class Listing {
  constructor(name, variable, where) {
    this.name = name;
    this.variable = variable;
    this.where = where;
  }

  /** The list as recorded. */
  read(scope) {
    return scope.given.has(this.name) ? scope.given.get(this.name) : scope.patient[this.name];
  }

  /** The scope of each record. */
  bound(scope) {
    const items = this.read(scope)?.items ?? [];
    const { name, variable } = this;
    return items.map((record, index) => scope.bind(variable, record, `${name}[${index}]`));
  }

  /** The records that satisfy the condition or may do so. */
  members(scope) {
    const found = this.bound(scope).map((each) => new Member(each, this.where.judge(each)));
    return found.filter((member) => member.finding.outcome !== false);
  }

  /**
   * The same with their days, without those that are recorded as never having been.
   *
   * One that may never have been is not certain, and its day is one of the reasons.
   */
  dated(scope, date) {
    const dated = [];
    for (const member of this.members(scope)) {
      const unknown = new Unknowns();
      const days = valueUnlessNever(date, member.scope, unknown);
      if (days === NEVER_WAS) continue;
      if (days !== null) [member.first, member.last] = [days.low, days.high];
      if ([...date.days()].some(([day]) => day.never(member.scope))) {
        member.finding = new Finding(null, Unknowns.union(member.finding.unknown, unknown));
      }
      dated.push(member);
    }
    return dated;
  }

  /** Why there may be more records than those listed; empty if there are none. */
  open(scope) {
    const recorded = this.read(scope);
    if (recorded === null) return new Unknowns([MISSING, this.name]);
    return recorded.complete ? new Unknowns() : new Unknowns([INCOMPLETE, this.name]);
  }

  /** What decides of the list and of its records. */
  *refs(scope) {
    yield [this.name, this.read(scope)];
    for (const each of this.bound(scope)) {
      for (const [clause, , at] of this.where.deciding(each)) yield* clause.values(at);
    }
  }
}

const NEVER_WAS = Symbol("never");

/** The interval of a date; NEVER_WAS where it is recorded as none. */
function valueUnlessNever(date, scope, unknown) {
  try {
    return date.value(scope, unknown);
  } catch (error) {
    if (error instanceof Never) return NEVER_WAS;
    throw error;
  }
}

/** What is not known of the condition of those that may satisfy it. */
export function doubts(members) {
  return Unknowns.union(...members.map((member) => member.finding.unknown));
}

/** A number over the records of a list. */
export class Aggregate extends Term {
  constructor(records) {
    super();
    this.records = records;
  }

  /** What is read of a record beside its condition. */
  ofEach() {
    return [];
  }

  *refs(scope) {
    yield* this.records.refs(scope);
    for (const member of this.records.members(scope)) yield* this.ofEach(member.scope);
  }
}

/** How many records satisfy the condition. */
export class Count extends Aggregate {
  value(scope, unknown) {
    const members = this.records.members(scope);
    const opened = this.records.open(scope);
    unknown.addAll(Unknowns.union(doubts(members), opened));
    const certain = members.filter((member) => member.certain).length;
    const isOpen = opened.size > 0;
    return new Interval(certain, isOpen ? INFINITY : members.length, false, isOpen);
  }
}

/** How many different values a field has over those records. */
export class Distinct extends Aggregate {
  constructor(records, of, { cause = MISSING } = {}) {
    super(records);
    this.of = of;
    this.cause = cause;
  }

  value(scope, unknown) {
    const members = this.records.members(scope);
    const opened = this.records.open(scope);
    const isOpen = opened.size > 0;
    unknown.addAll(Unknowns.union(doubts(members), opened));
    const certain = new Map();
    const possible = new Set();
    for (const member of members) {
      const known = this.known(member.scope, unknown);
      const alike = known === null || known instanceof PartialDate ? member : String(known);
      possible.add(alike);
      if (member.certain && known !== null) certain.set(sameValue(known), known);
    }
    const low = apart([...certain.values()]) || Number(members.some((member) => member.certain));
    return new Interval(low, isOpen ? INFINITY : possible.size, false, isOpen);
  }

  /** The value of the field; null when it is absent or known only within limits. */
  known(scope, unknown) {
    const [[path, known]] = this.of.refs(scope);
    if (known === null) unknown.add(this.cause, path);
    if (known instanceof PartialDate) unknown.add(VAGUE, path);
    if (known instanceof Quantity) {
      if (known.bound) unknown.add(CANNOT, "");
      return known.bound ? null : known.value;
    }
    return known;
  }

  ofEach(scope) {
    return this.of.refs(scope);
  }
}

/** A text that equal values of one field have in common. */
function sameValue(known) {
  return known instanceof PartialDate ? `${known.first}–${known.last}` : String(known);
}

/** A choice or an answer, of which only equality matters. */
export class FieldOf extends Term {
  constructor(ref) {
    super();
    this.ref = ref;
  }

  *refs(scope) {
    yield [this.ref.path(scope), this.ref.read(scope)];
  }
}

/** How many different values there are; of dates, the most of which no two can be one day. */
function apart(values) {
  if (!values.some((value) => value instanceof PartialDate)) return values.length;
  const days = values.filter((value) => typeof value === "number");
  const partial = values.filter((value) => value instanceof PartialDate);
  const spans = [...days.map((day) => ({ first: day, last: day })), ...partial];
  spans.sort((one, other) => one.last - other.last);
  let count = values.length - spans.length;
  let until = -Infinity;
  for (const { first, last } of spans) {
    if (first > until) {
      count += 1;
      until = last;
    }
  }
  return count;
}

/** The sum of a field over those records; that of no records is 0. */
export class Total extends Aggregate {
  constructor(records, of) {
    super(records);
    this.of = of;
  }

  value(scope, unknown) {
    const opened = this.records.open(scope);
    unknown.addAll(opened);
    let total = point(ZERO);
    for (const member of this.records.members(scope)) {
      unknown.addAll(member.finding.unknown);
      const term = this.of.ranged(member.scope, unknown);
      total = plus(total, member.certain ? term : orNothing(term));
    }
    return opened.size > 0 ? plus(total, orNothing(this.further())) : total;
  }

  /** What further records may add: nothing, or as much as the declared range has of either sign. */
  further() {
    const { low, high } = this.of;
    return new Interval(
      low.sign >= 0 ? ZERO : MINUS_INFINITY,
      high.sign <= 0 ? ZERO : INFINITY,
      low.sign < 0,
      high.sign > 0,
    );
  }

  soFar(scope) {
    if (this.records.read(scope) === null) return null;
    const members = this.records.members(scope);
    const certain = members.filter((member) => member.certain);
    const values = certain.map((member) => this.of.value(member.scope, new Unknowns()));
    const known = values.filter((value) => value.known);
    const total = known.reduce((sum, value) => sum.plus(value.low), ZERO);
    return [total, members.length - known.length];
  }

  ofEach(scope) {
    return this.of.refs(scope);
  }
}

/** A number, or 0 in its place. */
function orNothing(term) {
  return new Interval(
    least([term.low, ZERO]),
    greatest([term.high, ZERO]),
    term.low.sign < 0 && term.lowOpen,
    term.high.sign > 0 && term.highOpen,
  );
}

/** The highest (or lowest) value of a field over those records. */
export class Highest extends Total {
  constructor(records, of, { lowest = false } = {}) {
    super(records, of);
    this.lowest = lowest;
  }

  soFar() {
    return null;
  }

  tooFew(scope) {
    if (this.records.open(scope).size > 0 || this.records.read(scope).items.length === 0)
      return null;
    return this.records.members(scope).length > 0 ? null : NONE_COUNTS;
  }

  value(scope, unknown) {
    const members = this.records.members(scope);
    const opened = this.records.open(scope);
    unknown.addAll(Unknowns.union(doubts(members), opened));
    const every = members.map((member) => this.of.ranged(member.scope, unknown));
    const certain = every.filter((_, number) => members[number].certain);
    if (certain.length === 0) {
      if (members.length === 0 && opened.size === 0) unknown.add(MISSING, this.records.name);
      return null;
    }
    if (opened.size > 0) every.push(this.of.declared());
    const lowest = this.lowest ? smaller(every) : larger(certain);
    const highest = this.lowest ? smaller(certain) : larger(every);
    return new Interval(lowest.low, highest.high, lowest.lowOpen, highest.highOpen);
  }
}

/** The mean of a field over the last `n` records by date, or over all of them for an `n` of 0. */
export class MeanOfLast extends Total {
  constructor(n, records, date, of) {
    super(records, of);
    this.n = n;
    this.date = date;
  }

  soFar() {
    return null;
  }

  tooFew(scope) {
    if (this.records.open(scope).size > 0 || this.records.read(scope).items.length === 0)
      return null;
    const found = this.records.dated(scope, this.date).length;
    if (found === 0) return NONE_COUNTS;
    return found < this.n ? `only ${found} of those recorded count` : null;
  }

  value(scope, unknown) {
    const opened = this.records.open(scope);
    if (opened.size > 0) {
      unknown.addAll(opened);
      return null;
    }
    const members = this.records.dated(scope, this.date);
    const certain = members.filter((member) => member.certain);
    if (certain.length < Math.max(this.n, 1)) {
      const enough = members.length > 0 && members.length >= this.n;
      unknown.addAll(enough ? doubts(members) : new Unknowns([MISSING, this.records.name]));
      return null;
    }
    if (this.n === 0) return this.overAll(members, unknown);
    return this.overLast(members, certain, unknown);
  }

  /** The mean over those that satisfy the condition, with any of those that may. */
  overAll(members, unknown) {
    unknown.addAll(doubts(members));
    const values = members.map((member) => this.of.ranged(member.scope, unknown));
    const certain = values.filter((_, number) => members[number].certain);
    const others = values.filter((_, number) => !members[number].certain);
    const means = (order) =>
      prefixes(others.toSorted(order)).map((taken) => mean([...certain, ...taken]));
    const [low] = means(lowestFirst).toSorted(lowestFirst);
    const [high] = means(highestFirst).toSorted(highestFirst);
    return new Interval(low.low, high.high, low.lowOpen, high.highOpen);
  }

  /** The mean over those that are surely among the last and the least (most) of the others. */
  overLast(members, certain, unknown) {
    const fewerThan = (others, member, isLater) =>
      others.filter((other) => other !== member && isLater(other, member)).length < this.n;
    const possible = members.filter((member) => fewerThan(certain, member, surelyLater));
    const sure = certain.filter((member) => fewerThan(members, member, perhapsLater));
    unknown.addAll(doubts(possible));
    const values = new Map(
      possible.map((member) => [member, this.of.ranged(member.scope, unknown)]),
    );
    const others = possible.filter((member) => !sure.includes(member));
    unknown.addAll(undated(others, this.date));
    const days = others.filter((member) => member.dated).map((member) => String(member.day));
    if (new Set(days).size < days.length) unknown.add(...TIED);
    const given = sure.map((member) => values.get(member));
    const rest = others.map((member) => values.get(member));
    const wanted = this.n - sure.length;
    const low = mean([...given, ...rest.toSorted(lowestFirst).slice(0, wanted)]);
    const high = mean([...given, ...rest.toSorted(highestFirst).slice(0, wanted)]);
    return new Interval(low.low, high.high, low.lowOpen, high.highOpen);
  }
}

/** Whether one record lies after another, whatever their days are. */
function surelyLater(one, other) {
  return other.last.below(one.first);
}

/** Whether one record may lie after another, or on the same day. */
function perhapsLater(one, other) {
  return other.first.atMost(one.last);
}

/** Numbers without repeats, the least first. */
export function ascending(values) {
  const different = new Map(values.map((value) => [String(value), value]));
  return [...different.values()].sort((one, other) => (one.below(other) ? -1 : 1));
}

/** The mean of several numbers. */
function mean(values) {
  const total = values.reduce(plus, point(ZERO));
  return scaled(total, Rational.of(1n, BigInt(values.length)), ZERO);
}

/** For sorting: the value that may be the lowest comes first. */
function lowestFirst(one, other) {
  if (one.low.equals(other.low)) return Number(one.lowOpen) - Number(other.lowOpen);
  return one.low.below(other.low) ? -1 : 1;
}

/** For sorting: the value that may be the highest comes first. */
function highestFirst(one, other) {
  if (one.high.equals(other.high)) return Number(one.highOpen) - Number(other.highOpen);
  return other.high.below(one.high) ? -1 : 1;
}

/** None of the values, the first, the first two, and so on. */
function prefixes(values) {
  return Array.from({ length: values.length + 1 }, (_, count) => values.slice(0, count));
}

/** The days of these records that are not known in full. */
export function undated(members, date) {
  const unknown = new Unknowns();
  for (const member of members) date.value(member.scope, unknown);
  return unknown;
}

/** So many records, or distinct values; both ends included. */
export class HowMany extends Comparison {
  constructor(line, words, count, low = null, high = null) {
    const atLeast = low === null ? [] : [new End(new Const(low), count)];
    const noMore = high === null ? [] : [new End(count, new Const(high))];
    super(line, words, ...atLeast, ...noMore);
    this.count = count;
  }

  parts() {
    return [this.count.records.where];
  }

  *values(scope) {
    const { records } = this.count;
    yield [records.name, records.read(scope)];
    for (const inner of this.counted(scope)) {
      for (const [clause, , at] of records.where.deciding(inner)) yield* clause.values(at);
      yield* this.count.ofEach(inner);
    }
  }

  *worths(scope) {
    for (const inner of this.counted(scope)) {
      for (const [clause, , at] of this.count.records.where.deciding(inner)) {
        yield* clause.worths(at);
      }
    }
  }

  /** The records that decide: those that count, where these settle it, else all that may. */
  counted(scope) {
    const members = this.count.records.members(scope);
    const { outcome } = this.judge(scope);
    if (outcome === null) return members.map((member) => member.scope);
    const certain = members.filter((member) => member.certain).map((member) => member.scope);
    const settled = this.ends.every((end) => end.right === this.count) === outcome;
    return certain.length > 0 && settled ? certain : this.count.records.bound(scope);
  }
}
