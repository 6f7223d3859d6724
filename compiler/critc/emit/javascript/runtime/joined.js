/** Clauses joined: all of, any of, unless, alternatives; criteria and definitions. */

import { Clause, Finding, IsOneOf } from "./clauses.js";
import { namedLast, Unknowns, VAGUE } from "./terms.js";

/** Clauses of which so many hold, from `low` to `high`; null is no limit. */
export class Joined extends Clause {
  constructor(line, low, high, ...clauses) {
    super(line, "");
    this.low = low;
    this.high = high;
    this.clauses = clauses;
  }

  judge(scope) {
    const unknown = new Unknowns();
    let holding = 0;
    let possible = 0;
    for (const clause of this.clauses) {
      const finding = clause.judge(scope);
      if (finding.outcome === true) holding += 1;
      if (finding.outcome !== false) possible += 1;
      unknown.addAll(finding.unknown);
    }
    return new Finding(within(holding, possible, this.low, this.high), unknown);
  }

  parts() {
    return this.clauses;
  }

  /** Of alternatives that fail, first the nearest to holding, and last who is not asked. */
  *deciding(scope) {
    const outcomes = this.clauses.map((clause) => clause.judge(scope).outcome);
    const outcome = within(
      outcomes.filter((found) => found === true).length,
      outcomes.filter((found) => found !== false).length,
      this.low,
      this.high,
    );
    const plainly = this.high === null && [1, outcomes.length].includes(this.low);
    const every = (outcome !== null && !plainly) || !outcomes.includes(outcome);
    let deciding = this.clauses.filter((_, number) => every || outcomes[number] === outcome);
    if (this.low === outcomes.length && outcome === false) {
      const kinds = otherKinds(deciding);
      if (kinds.length > 0) deciding = kinds;
    }
    const areAlternatives = this.low === 1 && this.high === null && outcomes.length > 1;
    if (areAlternatives && outcome === false) deciding = nearestFirst(deciding, scope);
    for (const clause of deciding) yield* clause.deciding(scope);
  }
}

/** Alternatives that fail: first the one of which the least fails and most holds. */
function nearestFirst(clauses, scope) {
  const ranked = clauses.map((clause) => [shortOf(clause, scope), clause]);
  const inOrder = ([one], [other]) =>
    one.isCondition - other.isCondition ||
    one.failing - other.failing ||
    other.holding - one.holding;
  return ranked.sort(inOrder).map(([, clause]) => clause);
}

function shortOf(clause, scope) {
  const isCondition = clause instanceof Not && clause.words === "";
  if (!(clause instanceof Joined) || clause.low !== clause.clauses.length) {
    return { isCondition, failing: 1, holding: 0 };
  }
  const outcomes = clause.clauses.map((part) => part.judge(scope).outcome);
  const count = (wanted) => outcomes.filter((each) => each === wanted).length;
  return { isCondition, failing: count(false), holding: count(true) };
}

/** Those by which a record is of another kind: what else is asked of that kind does not matter. */
function otherKinds(clauses) {
  return clauses.filter((clause) => clause instanceof IsOneOf && clause.ref.variable !== "");
}

/**
 * Whether a count between `holding` and `possible` is from `low` to `high`.
 * @returns {boolean|null}
 */
export function within(holding, possible, low, high) {
  if ((low === null || holding >= low) && (high === null || possible <= high)) return true;
  if ((low !== null && possible < low) || (high !== null && holding > high)) return false;
  return null;
}

/** All of the clauses hold. */
export function allOf(line, ...clauses) {
  return new Joined(line, clauses.length, null, ...clauses);
}

/** One of the clauses holds, or several. */
export function anyOf(line, ...clauses) {
  return new Joined(line, 1, null, ...clauses);
}

/** From `low` to `high` of the clauses hold. */
export function soManyOf(line, low, high, ...clauses) {
  return new Joined(line, low, high, ...clauses);
}

/** The clause does not hold. With words of its own it is a clause by itself. */
export class Not extends Clause {
  constructor(clause, words = "") {
    super(clause.line, words);
    this.clause = clause;
  }

  judge(scope) {
    const finding = this.clause.judge(scope);
    return finding.outcome === null ? finding : new Finding(!finding.outcome);
  }

  parts() {
    return [this.clause];
  }

  worths(scope) {
    return this.clause.worths(scope);
  }

  *deciding(scope) {
    if (this.words) yield [this, this.judge(scope).outcome, scope];
    else yield* this.clause.deciding(scope);
  }
}

/** The clause holds, and the exception does not. */
export function unless(line, clause, exception) {
  return allOf(line, clause, new Not(exception));
}

/** The clause holds, or else the exception. */
export function acceptedIf(line, clause, exception) {
  return anyOf(line, clause, exception);
}

/** A clause that is asked only of some; for the others it counts as `otherwise`. */
export function onlyFor(line, who, clause, otherwise) {
  return otherwise ? anyOf(line, new Not(who), clause) : allOf(line, who, clause);
}

/** Whether a criterion is satisfied: it does not apply, or its condition is as it should be. */
export class Criterion extends Clause {
  constructor(exclusion, condition, applies = null) {
    super(condition.line, "");
    this.exclusion = exclusion;
    this.condition = condition;
    this.applies = applies;
  }

  judge(scope) {
    const met = this.condition.judge(scope);
    const outcome = !this.exclusion || met.outcome === null ? met.outcome : !met.outcome;
    if (this.applies === null || outcome) return new Finding(outcome, met.unknown);
    const applies = this.applies.judge(scope);
    if (applies.outcome === false) return new Finding(true);
    if (applies.outcome) return new Finding(outcome, met.unknown);
    return new Finding(null, Unknowns.union(met.unknown, applies.unknown));
  }

  parts() {
    return this.applies === null ? [this.condition] : [this.condition, this.applies];
  }

  *deciding(scope) {
    const applies = this.applies === null ? true : this.applies.judge(scope).outcome;
    if (this.applies !== null && applies !== true) yield* this.applies.deciding(scope);
    if (applies !== false) yield* this.condition.deciding(scope);
  }
}

/** What a definition or another criterion says; its tree is built when it is first needed. */
export class Elsewhere extends Clause {
  constructor(line, words, tree) {
    super(line, words);
    this.tree = tree;
  }

  judge(scope) {
    return this.tree.root().judge(scope);
  }

  values(scope) {
    return this.tree.root().values(scope);
  }

  deciding(scope) {
    return this.tree.root().deciding(scope);
  }
}

/**
 * Alternatives, read from the top: the first whose condition holds, else `otherwise`.
 *
 * `same` numbers the clauses, those of the cases and then `otherwise`; equal ones are alike. Each
 * case is a condition and what it leads to.
 */
export class Alternatives extends Clause {
  constructor(line, words, otherwise, ...cases) {
    super(line, words);
    const [given, { same }] = namedLast(cases);
    this.cases = given;
    this.otherwise = otherwise;
    this.same = same ?? [...given.keys(), given.length];
  }

  judge(scope) {
    const possible = this.possible(scope);
    const thens = new Map(possible.map(([number, then]) => [this.same[number], then]));
    const given = [...thens.values()].filter((then) => then !== null);
    const findings = given.map((then) => then.judge(scope));
    const choosing = this.choosing(possible).map(([, , finding]) => finding);
    return agreed(findings, choosing, given.length === thens.size);
  }

  /** Those after which another clause may be the one. */
  choosing(possible) {
    return possible.filter(([number], at) =>
      possible.slice(at + 1).some(([other]) => this.same[number] !== this.same[other]),
    );
  }

  /** The alternatives that may be the one, numbered, and what their conditions say. */
  possible(scope) {
    const possible = [];
    for (const [number, [condition, then]] of this.cases.entries()) {
      const finding = condition.judge(scope);
      if (finding.outcome !== false) possible.push([number, then, finding]);
      if (finding.outcome) return possible;
    }
    return [...possible, [this.cases.length, this.otherwise, new Finding(true)]];
  }

  parts() {
    const both = this.cases.flat();
    return this.otherwise === null ? both : [...both, this.otherwise];
  }

  *deciding(scope) {
    const whole = this.judge(scope).outcome;
    const possible = this.possible(scope);
    const certain = possible.filter(([, , finding]) => finding.outcome);
    const choosing = whole === null ? this.choosing(possible) : [];
    const deciding = new Set([...certain, ...choosing].map(([number]) => number));
    for (const [number, [condition]] of this.cases.entries()) {
      if (deciding.has(number)) yield* condition.deciding(scope);
    }
    for (const [, clause] of possible) {
      if (clause === null) yield [this, null, scope];
      else if (clause.judge(scope).outcome === whole) yield* clause.deciding(scope);
    }
  }
}

/**
 * The outcome on which all alternatives agree that may be the one.
 *
 * `choosing` are the findings on which it depends which one it is; without `complete` it may be
 * none of them.
 */
export function agreed(findings, choosing, complete) {
  const outcomes = new Set(findings.map((finding) => finding.outcome));
  if (outcomes.size === 1 && complete && !outcomes.has(null)) {
    return new Finding(findings[0].outcome);
  }
  const asked = findings.length === 0 ? [] : [...findings, ...choosing];
  return new Finding(null, Unknowns.union(...asked.map((finding) => finding.unknown)));
}

/** Whether of two records of one full day one satisfies something and the other does not. */
export function tie(days) {
  const seen = new Map();
  for (const [day, outcome] of days) {
    if (day === null || outcome === null) continue;
    if (!seen.has(String(day))) seen.set(String(day), outcome);
    else if (seen.get(String(day)) !== outcome) return true;
  }
  return false;
}

/** Why it is not known which of two records of one day comes first. */
export const TIED = [VAGUE, ""];
