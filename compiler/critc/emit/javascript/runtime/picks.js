/** The latest or earliest record of a list, and several in a row. */

import { Clause, Finding } from "./clauses.js";
import { TIED, tie } from "./joined.js";
import { doubts, NONE_COUNTS, undated } from "./lists.js";
import { greatest, INFINITY, least } from "./numbers.js";
import { MISSING, Unknowns } from "./terms.js";

/** The latest (earliest) record by date satisfies `condition`. */
export class Selected extends Clause {
  constructor(line, words, order, records, date, condition) {
    super(line, words);
    this.order = order;
    this.records = records;
    this.date = date;
    this.condition = condition;
  }

  judge(scope) {
    const opened = this.records.open(scope);
    if (opened.size > 0) return new Finding(null, opened);
    const members = this.records.dated(scope, this.date);
    if (members.length === 0) {
      return new Finding(null, new Unknowns([MISSING, this.records.name]));
    }
    const candidates = this.candidates(members);
    const findings = candidates.map((member) => this.condition.judge(member.scope));
    const outcomes = new Set(findings.map((finding) => finding.outcome));
    const certain = members.some((member) => member.certain);
    if (certain && outcomes.size === 1 && !outcomes.has(null)) {
      return new Finding(findings[0].outcome);
    }
    return new Finding(null, this.unknown(candidates, findings, outcomes));
  }

  /** Why it is not known which record it is, or whether that one satisfies `condition`. */
  unknown(candidates, findings, outcomes) {
    const unknown = doubts(candidates);
    for (const finding of findings) unknown.addAll(finding.unknown);
    if (candidates.length > 1 && !(outcomes.size === 1 && outcomes.has(null))) {
      unknown.addAll(undated(candidates, this.date));
      const days = candidates.map((member, number) => [member.day, findings[number].outcome]);
      if (tie(days)) unknown.add(...TIED);
    }
    return unknown;
  }

  /** The records that can be the one: none that surely counts is surely beyond them. */
  candidates(members) {
    const certain = members.filter((member) => member.certain);
    if (certain.length === 0) return members;
    if (this.order === "latest") {
      const bound = greatest(certain.map((member) => member.first));
      return members.filter((member) => bound.atMost(member.last));
    }
    const bound = least(certain.map((member) => member.last));
    return members.filter((member) => member.first.atMost(bound));
  }

  *worths(scope) {
    if (this.records.open(scope).size > 0) return;
    const members = this.records.dated(scope, this.date);
    if (members.length === 0 && this.records.read(scope).items.length > 0) yield NONE_COUNTS;
    for (const member of this.candidates(members)) {
      yield* this.condition.worths(member.scope);
    }
  }

  *values(scope) {
    yield [this.records.name, this.records.read(scope)];
    if (this.records.open(scope).size > 0) return;
    const members = this.records.dated(scope, this.date);
    if (members.length === 0) {
      yield* this.records.refs(scope);
      for (const each of this.records.bound(scope)) {
        yield* this.date.refs(each);
        yield* this.condition.values(each);
      }
    }
    for (const member of this.candidates(members)) {
      yield* this.date.refs(member.scope);
      yield* this.condition.values(member.scope);
    }
  }

  parts() {
    return [this.records.where, this.condition];
  }
}

/** `k` records that follow one another by date satisfy `condition`. */
export class Consecutive extends Clause {
  constructor(line, words, k, records, date, condition) {
    super(line, words);
    this.k = k;
    this.records = records;
    this.date = date;
    this.condition = condition;
  }

  judge(scope) {
    const opened = this.records.open(scope);
    if (opened.size > 0) return new Finding(null, opened);
    const members = this.records.dated(scope, this.date);
    const findings = members.map((member) => this.condition.judge(member.scope));
    const outcomes = members.map((member, number) => [member, findings[number].outcome]);
    if (this.surely(outcomes)) return new Finding(true);
    if (!this.possibly(outcomes)) return new Finding(false);
    const unknown = Unknowns.union(doubts(members), undated(members, this.date));
    for (const finding of findings) unknown.addAll(finding.unknown);
    if (tie(outcomes.map(([member, outcome]) => [member.day, outcome]))) unknown.add(...TIED);
    return new Finding(null, unknown);
  }

  /** Whether `k` of them satisfy it with no other that might come between them. */
  surely(outcomes) {
    const holds = ([member, outcome]) => outcome && member.certain;
    const holding = outcomes.filter(holds).map(([member]) => member);
    const others = outcomes.filter(([, outcome]) => outcome !== true).map(([member]) => member);
    return holding.some((start) => {
      const last = this.lastInARow(start, holding);
      const between = (other) => start.first.atMost(other.last) && other.first.atMost(last);
      return last !== null && !others.some(between);
    });
  }

  /** The last day of `k` records from this one on; null where there are fewer. */
  lastInARow(start, holding) {
    if (this.k <= 1) return start.last;
    const later = holding.filter((each) => each !== start && start.first.atMost(each.first));
    const lasts = later.map((each) => each.last);
    lasts.sort((one, other) => (one.equals(other) ? 0 : one.below(other) ? -1 : 1));
    return lasts.length < this.k - 1 ? null : greatest([start.last, lasts[this.k - 2]]);
  }

  /**
   * Whether `k` of them may satisfy it, no two of which are surely parted by one that does not.
   *
   * One that does not satisfy it parts those before its first day from those after its last. So no
   * two are parted when each begins before the first such end that comes after the other: each has
   * a stretch of days, and those that share a day can follow one another.
   */
  possibly(outcomes) {
    const parts = ([member, outcome]) => outcome === false && member.certain;
    const parting = outcomes.filter(parts).map(([member]) => member);
    const possible = outcomes.filter(([, outcome]) => outcome !== false);
    const spans = possible.map(([member]) => {
      const later = parting.filter((other) => member.last.below(other.first));
      return { first: member.first, last: least([INFINITY, ...later.map((each) => each.last)]) };
    });
    return spans.some(({ first }) => {
      const has = (span) => span.first.atMost(first) && first.atMost(span.last);
      return spans.filter(has).length >= this.k;
    });
  }

  *values(scope) {
    yield [this.records.name, this.records.read(scope)];
    for (const member of this.records.dated(scope, this.date)) {
      yield* this.date.refs(member.scope);
      yield* this.condition.values(member.scope);
    }
  }

  parts() {
    return [this.records.where, this.condition];
  }
}
