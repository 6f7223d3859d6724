/** Where the outcome of a clause can change as one fact varies. */

import { Comparison } from "./comparisons.js";
import { Elsewhere } from "./joined.js";
import { Aggregate, Highest, Total } from "./lists.js";
import { ZERO } from "./numbers.js";
import { Consecutive, Selected } from "./picks.js";
import { NumberKey, Table } from "./tables.js";
import { Convert, Limit, Never, Product, Quotient, Scope, Sum, Unknowns, Value } from "./terms.js";

/** The scope in which a question has this answer. */
export function answered(scope, path, answer) {
  return new Scope(scope.patient, scope.records, new Map(scope.given).set(path, answer));
}

/** What a path holds. */
export function recordedAt(path, scope) {
  if (scope.given.has(path)) return scope.given.get(path);
  let value = scope.patient;
  for (const step of path.split(".")) {
    if (value === null || typeof value === "string") return null;
    const [name, index] = step.split(/[[\]]/);
    value = value[name] ?? null;
    if (index !== undefined) value = value.items[Number(index)];
  }
  return value;
}

// What is open in a scope, by clause: it is asked again for each path that is not known.
const openIn = new WeakMap();

/**
 * The clauses that are not settled, down to those that ask one thing, each with its records.
 * @returns {[Clause, Scope][]}
 */
export function openLeaves(clause, scope) {
  if (!openIn.has(scope)) openIn.set(scope, new Map());
  const known = openIn.get(scope);
  if (!known.has(clause)) known.set(clause, [...unsettled(clause, scope)]);
  return known.get(clause);
}

function* unsettled(clause, scope) {
  if (clause.judge(scope).outcome !== null) return;
  if (clause instanceof Elsewhere) {
    yield* unsettled(clause.tree.root(), scope);
    return;
  }
  if (asksOneThing(clause)) yield [clause, scope];
  for (const [part, inner] of inside(clause, scope)) yield* unsettled(part, inner);
}

/** Whether a clause asks one thing, whatever clauses on records it has. */
function asksOneThing(clause) {
  const kinds = [Comparison, Selected, Consecutive, Table];
  return kinds.some((kind) => clause instanceof kind) || clause.parts().length === 0;
}

/** The clauses in a clause, those on records once for each record. */
function inside(clause, scope) {
  if (clause instanceof Selected || clause instanceof Consecutive) {
    const { records, condition } = clause;
    return records.bound(scope).flatMap((inner) => [
      [records.where, inner],
      [condition, inner],
    ]);
  }
  if (clause instanceof Comparison) {
    return [...new Set(listings(clause))].flatMap((records) =>
      records.bound(scope).map((inner) => [records.where, inner]),
    );
  }
  return clause.parts().map((part) => [part, scope]);
}

/** The lists over which a comparison counts or sums. */
export function listings(comparison) {
  const sides = comparison.ends.flatMap((end) => [end.left, end.right]);
  const terms = sides.flatMap((side) => [...termsIn(side)]);
  return terms.filter((term) => term instanceof Aggregate).map((term) => term.records);
}

/** A term and those that it is made of. */
export function* termsIn(term) {
  yield term;
  for (const [part] of term.parts()) yield* termsIn(part);
}

/** The paths of values that a term itself reads. */
function ownPaths(term, scope) {
  const read = [];
  for (const each of termsIn(term)) {
    if (each instanceof Aggregate) {
      for (const member of each.records.bound(scope)) read.push(...each.ofEach(member));
    } else if (each.parts().length === 0) {
      read.push(...each.refs(scope));
    }
  }
  return new Set(read.map(([path]) => path));
}

/** Whether a term reads a path, also through the conditions of records. */
function reads(term, scope, path) {
  return [...term.refs(scope)].some(([each]) => each === path);
}

/**
 * The numbers at which a clause can change; null if the number is part of a formula.
 * @returns {Rational[]|null}
 */
export function numberLimits(clause, scope, path) {
  const limits = [];
  for (const [leaf, at] of openLeaves(clause, scope)) {
    const found = limitsOf(leaf, at, path);
    if (found.includes(null)) return null;
    limits.push(...found);
  }
  return limits;
}

/** The same of a clause that asks one thing; null among them if that is not worked out. */
function limitsOf(leaf, scope, path) {
  if (leaf instanceof Comparison) {
    return leaf.ends.flatMap((end) => endLimits(end, scope, path) ?? [null]);
  }
  if (!(leaf instanceof Table)) return [];
  return leaf.keys.flatMap((key, index) => {
    if (!(key instanceof NumberKey) || !ownPaths(key.term, scope).has(path)) return [];
    if (!(key.term instanceof Value)) return [null];
    return leaf.columns[index].flatMap((cell) => (cell === null ? [] : cell.limits()));
  });
}

/** The same of one end of a comparison; null if that is not worked out. */
function endLimits(end, scope, path) {
  const inLeft = ownPaths(end.left, scope).has(path);
  const inRight = ownPaths(end.right, scope).has(path);
  if (!inLeft && !inRight) return [];
  if (inLeft && inRight) return null;
  const [side, other] = inLeft ? [end.left, end.right] : [end.right, end.left];
  const value = other.value(scope, new Unknowns());
  const known = value === null ? [] : [value.low, value.high].filter((each) => each.isFinite);
  const targets = known.length > 0 ? known : [ZERO];
  const found = targets.map((target) => meeting(side, target, scope, path));
  if (found.includes(null)) return null;
  return known.length > 0 ? found.flat() : [];
}

/**
 * The numbers at which a term that one number moves is `target`, or has no value.
 *
 * null if that is not worked out: of powers, of extremes, and of a number that occurs twice.
 */
function meeting(term, target, scope, path) {
  if (term instanceof Value || term instanceof Limit) return [target];
  if (term instanceof Convert) {
    return meeting(term.term, target.minus(term.offset).over(term.factor), scope, path);
  }
  if (term instanceof Total && !(term instanceof Highest)) {
    if (reads(term.records, scope, path)) return null;
    const rest = term.value(answered(scope, path, ZERO), new Unknowns());
    return rest?.finite ? [target.minus(rest.low)] : [];
  }
  const isOfTwo = [Sum, Product, Quotient].some((kind) => term instanceof kind);
  return isOfTwo ? through(term, target, scope, path) : null;
}

/** The same of two terms, of which one has the number. */
function through(term, target, scope, path) {
  const atLeft = reads(term.left, scope, path);
  if (atLeft && reads(term.right, scope, path)) return null;
  const [part, other] = atLeft ? [term.left, term.right] : [term.right, term.left];
  const fixed = other.value(scope, new Unknowns());
  if (fixed === null || fixed.unbounded) return [];
  if (!fixed.finite) return null;
  const known = fixed.low;
  if (term instanceof Sum) {
    const grows = term.sign > 0;
    if (atLeft) return meeting(part, grows ? target.minus(known) : target.plus(known), scope, path);
    return meeting(part, grows ? target.minus(known) : known.minus(target), scope, path);
  }
  if (known.sign === 0) return [];
  if (term instanceof Product) return meeting(part, target.over(known), scope, path);
  if (atLeft) return meeting(part, target.times(known), scope, path);
  const nothing = meeting(part, ZERO, scope, path);
  const found = target.sign === 0 ? [] : meeting(part, known.over(target), scope, path);
  return found === null || nothing === null ? null : [...found, ...nothing];
}

/**
 * The first days of stretches over which a clause does not change; null if that is not known.
 * @param {[number, number]} span the first and the last day that are tried
 * @returns {number[]|null}
 */
export function dayLimits(clause, scope, path, span) {
  const limits = [];
  for (const [leaf, at] of openLeaves(clause, scope)) {
    const found = daysOf(leaf, at, path, span);
    if (found.includes(null)) return null;
    limits.push(...found);
  }
  return limits;
}

/** The same of a clause that asks one thing; null among them if that is not known. */
function daysOf(leaf, scope, path, span) {
  if (leaf instanceof Comparison) {
    return leaf.ends.flatMap((end) => endDays(end, scope, path, span) ?? [null]);
  }
  if (leaf instanceof Selected || leaf instanceof Consecutive) return otherDays(leaf, scope);
  return leaf instanceof Table && [...leaf.values(scope)].some(([read]) => read === path)
    ? [null]
    : [];
}

/** The days around those of the records, where the order of records can change. */
function otherDays(leaf, scope) {
  const members = leaf.records.dated(scope, leaf.date);
  const days = members.flatMap((member) => [member.first, member.last]);
  return days
    .filter((day) => day.isFinite)
    .map((day) => day.toNumber())
    .flatMap((day) => [day, day + 1]);
}

/** The same for one end of a comparison, which a day moves one way. */
function endDays(end, scope, path, span) {
  const mentioned = [...end.days()].filter(([day]) => day.read(scope)[1] === path);
  const directions = new Set(mentioned.map(([, sign]) => sign));
  if (directions.size === 0) {
    return ownPaths(end.left, scope).has(path) || ownPaths(end.right, scope).has(path) ? null : [];
  }
  if (directions.size > 1 || directions.has(0)) return null;
  return changesIn(span, (day) => endOutcome(end, answered(scope, path, day)));
}

/** The outcome of one end of a comparison: false on what never was. */
function endOutcome(end, scope) {
  try {
    return end.judge(scope, null, 0).outcome;
  } catch (error) {
    if (error instanceof Never) return false;
    throw error;
  }
}

/** The days of a span on which an outcome changes that does not change back. */
function changesIn([low, high], outcome) {
  const changes = [];
  const waiting = [[low, outcome(low), high, outcome(high)]];
  while (waiting.length > 0) {
    const [first, atFirst, last, atLast] = waiting.pop();
    if (atFirst === atLast) continue;
    if (last - first === 1) {
      changes.push(last);
      continue;
    }
    const middle = Math.floor((first + last) / 2);
    const atMiddle = outcome(middle);
    waiting.push([first, atFirst, middle, atMiddle], [middle, atMiddle, last, atLast]);
  }
  return changes;
}
