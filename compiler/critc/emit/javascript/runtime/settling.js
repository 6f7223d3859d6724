/** What to ask while the verdict is undetermined, and which answers settle it. */

import {
  daysInWords,
  either,
  FIRST_DAY,
  LAST_DAY,
  numberStretches,
  Stretch,
  spanInWords,
  together,
  wholeInWords,
  wholeStretches,
} from "./answers.js";
import { entryAt, inOrder, pattern, placeOf } from "./entries.js";
import { sought } from "./further.js";
import { answered, dayLimits, numberLimits, recordedAt } from "./limits.js";
import { ascending } from "./lists.js";
import { exact, INFINITY, MINUS_INFINITY } from "./numbers.js";
import { Choices, PartialDate, Records } from "./values.js";

/** For one criterion: the values in words that satisfy it, and that violate it, or null. */
export class Settles {
  constructor(criterion, satisfies, violates) {
    this.criterion = criterion;
    this.satisfies = satisfies;
    this.violates = violates;
  }

  /** It in one sentence: "0 or 1 satisfies inclusion 5, 2 to 5 violates it". */
  get text() {
    const name = criterionInWords(this.criterion);
    if (this.satisfies === null && this.violates === null) return `settles ${name} with others`;
    if (this.satisfies === null) return `${this.violates} violates ${name}`;
    const violates = this.violates === null ? "" : `, ${this.violates} violates it`;
    return `${this.satisfies} satisfies ${name}${violates}`;
  }

  /** It as JSON has it. */
  toDict() {
    return { criterion: this.criterion, satisfies: this.satisfies, violates: this.violates };
  }
}

/** "inclusion 3" for "I3". */
function criterionInWords(name) {
  return `${name[0] === "I" ? "inclusion" : "exclusion"} ${name.slice(1)}`;
}

/** A fact to ask for: its path and question, the criteria it stands in, and what settles them. */
export class Question {
  constructor(fact, question, cause, settles, label) {
    this.fact = fact;
    this.question = question;
    this.cause = cause;
    this.criteria = settles.map((each) => each.criterion);
    this.settles = settles;
    this.text = `${label} ${settles.map((each) => each.text).join("; ")}`;
  }

  /** It as JSON has it. */
  toDict() {
    return {
      fact: this.fact,
      question: this.question,
      criteria: this.criteria,
      cause: this.cause,
      settles: this.settles.map((each) => each.toDict()),
      text: this.text,
    };
  }
}

/**
 * What can still change the outcome of these unknown criteria.
 *
 * First what settles the verdict alone, then what stands in the most criteria, then in the order of
 * the dictionary.
 *
 * @param {Map<string, {clause: Clause, finding: Finding}>} criteria
 * @param {Scope} scope
 * @param {Object<string, Entry>} dictionary
 * @param {Map<string, Inquiry>} before what was found for another patient; what holds of this one
 *   as well is taken from it
 * @returns {Map<string, Inquiry>} by path, in order
 */
export function inquiries(criteria, scope, dictionary, before = new Map()) {
  const found = [];
  for (const [path, standing] of standingIn(criteria)) {
    const known = before.get(path);
    const isSame = known?.isAbout(standing);
    found.push(isSame ? known : new Inquiry(path, standing, scope, dictionary));
  }
  const ranked = found.map((each) => [each.rank(criteria.size), each]);
  ranked.sort(([one], [other]) => inOrder(one, other));
  return new Map(ranked.map(([, each]) => [each.path, each]));
}

/** The criteria in which a path is asked for, by path. */
function standingIn(criteria) {
  const standing = new Map();
  for (const [name, { clause, finding }] of criteria) {
    for (const [cause, path] of finding.unknown) {
      if (path === "") continue;
      if (!standing.has(path)) standing.set(path, new Map());
      const causes = standing.get(path).get(name)?.causes ?? [];
      standing.get(path).set(name, { clause, finding, causes: [...causes, cause] });
    }
  }
  return standing;
}

/** What is asked of one path, and what each answer does to the criteria in which it stands. */
export class Inquiry {
  #question = null;

  constructor(path, standing, scope, dictionary) {
    this.path = path;
    this.standing = standing;
    this.dictionary = dictionary;
    this.place = placeOf(path, dictionary);
    const clauses = new Map([...standing].map(([name, { clause }]) => [name, clause]));
    this.trial = new Trial(path, entryAt(dictionary, path), clauses, scope, dictionary);
  }

  /** Whether it holds where the path stands in these criteria: in the same ones, found alike. */
  isAbout(standing) {
    if (standing.size !== this.standing.size) return false;
    return [...standing].every(
      ([name, { finding }]) => this.standing.get(name)?.finding === finding,
    );
  }

  /** For sorting with `inOrder`, where so many criteria are open. */
  rank(openCriteria) {
    const decisive = this.trial.decidesAlone(openCriteria);
    return [decisive ? 0 : 1, -this.standing.size, ...this.place];
  }

  /** The question in words. */
  get question() {
    this.#question ??= this.inWords();
    return this.#question;
  }

  inWords() {
    const entry = entryAt(this.dictionary, this.path);
    const causes = [...this.standing.values()].flatMap((each) => each.causes);
    const settles = [...this.standing.keys()].map((name) => this.trial.settles(name));
    const label = labelOf(this.path, entry, this.dictionary);
    return new Question(this.path, entry.question, causes.sort()[0], settles, label);
  }
}

/** What is recorded beside or in a value, by the end of its path. */
export const PARTS = {
  start: "first day",
  end: "last day",
  uln: "upper limit of normal",
  lln: "lower limit of normal",
};

/** A question with which a sentence begins. */
export function labelOf(path, entry, dictionary) {
  let asked = entry.question;
  const [name, index] = path.split(/[[\]]/);
  if (!Object.hasOwn(dictionary, pattern(path))) {
    const part = PARTS[path.split(".").at(-1)];
    const isResult = index !== undefined && asked === dictionary[name].question;
    asked = isResult ? part : `${asked.replace(/[?:]+$/, "")} (${part})`;
  }
  if (index !== undefined) {
    asked = `${dictionary[name].question}, no. ${Number(index) + 1}: ${asked}`;
  }
  return asked.endsWith("?") ? asked : `${asked}:`;
}

const MOST_OPTIONS = exact(100);

/** The answers to one question, and what each does to the criteria in which it stands. */
class Trial {
  constructor(path, entry, clauses, scope, dictionary) {
    this.path = path;
    this.entry = entry;
    this.clauses = clauses;
    this.scope = scope;
    this.kind = this.kindOf();
    this.recorded = recordedAt(path, scope);
    this.stretches = this.answers();
    const tried = this.stretches.map((each) => each.tried.map((one) => answered(scope, path, one)));
    this.outcomes = new Map();
    for (const [name, clause] of clauses) {
      this.outcomes.set(
        name,
        tried.map((scopes) => commonOutcome(clause, scopes)),
      );
    }
    const found = this.kind === "list" ? sought(path, clauses, scope, dictionary) : null;
    this.result = found?.words ?? "";
    this.further =
      found &&
      new Trial(found.path, entryAt(dictionary, found.path), clauses, found.scope, dictionary);
  }

  /** The kind of answer; the ends of a period are days. */
  kindOf() {
    const { kind, low, high } = this.entry;
    if (this.isEndOfPeriod(".start") || this.isEndOfPeriod(".end")) return "date";
    if (kind === "whole" && low !== null && high !== null) {
      return exact(high).minus(exact(low)).below(MOST_OPTIONS) ? "score" : "number";
    }
    return kind === "whole" || kind === "quantity" ? "number" : kind;
  }

  /** Whether the answer is an end of a period. */
  isEndOfPeriod(side) {
    return this.entry.kind === "period" && this.path.endsWith(side);
  }

  /** Answers to try, so that each possible answer has the outcome of one of them. */
  answers() {
    switch (this.kind) {
      case "yes/no":
        return [true, false].map((each) => Stretch.of(each));
      case "choice":
        return [...this.entry.labels.keys()].map((each) => Stretch.of(each));
      case "score":
        return this.scores();
      case "set":
        return this.sets();
      case "list":
        if (this.recorded?.complete) return [];
        return [Stretch.of(new Records(this.recorded?.items ?? []))];
      case "date":
        return this.entry.kind === "period" ? this.days() : [...this.days(), ...this.none()];
      case "number":
        return [...this.numbers(), ...this.none()];
      default:
        return this.none();
    }
  }

  /** The answer that there is none, where it may be. */
  none() {
    return this.entry.orNone && this.recorded === null ? [Stretch.of("none")] : [];
  }

  /** Each whole number of a declared range. */
  scores() {
    const [low, high] = [exact(this.entry.low), exact(this.entry.high)];
    const many = high.minus(low).toNumber() + 1;
    return Array.from({ length: many }, (_, index) => Stretch.of(low.plus(exact(index))));
  }

  /** With each further option, and without any. */
  sets() {
    const known = this.recorded?.values ?? new Set();
    const more = [...this.entry.labels.keys()].filter((each) => !known.has(each));
    const longer = more.map((each) =>
      Stretch.of(new Choices(new Set([...known, each]), false), each),
    );
    return [...longer, Stretch.of(new Choices(known), null)];
  }

  /** The limits that the number meets, and the gaps between them. */
  numbers() {
    const found = [...this.clauses.values()].map((clause) =>
      numberLimits(clause, this.scope, this.path),
    );
    if (found.includes(null)) return [];
    const { kind } = this.entry;
    const low = this.entry.low === null ? MINUS_INFINITY : exact(this.entry.low);
    const high = this.entry.high === null ? INFINITY : exact(this.entry.high);
    const inner = ascending(found.flat()).filter((each) => low.atMost(each) && each.atMost(high));
    if (kind === "whole") return wholeStretches(inner, low, high);
    return numberStretches(inner, low, high, kind === "quantity");
  }

  /** The days on which an outcome can change, and the stretches between them. */
  days() {
    const [first, last] = this.span();
    const found = [...this.clauses.values()].map((clause) =>
      dayLimits(clause, this.scope, this.path, [first, last]),
    );
    if (found.includes(null)) return [];
    const splits = found.flat().filter((day) => first < day && day <= last);
    const starts = [...new Set([first, ...splits])].sort((one, other) => one - other);
    const ends = [...starts.slice(1).map((start) => start - 1), last];
    const stretches = starts.map((start, at) => {
      const tried = new Set([start, Math.floor((start + ends[at]) / 2), ends[at]]);
      return new Stretch([...tried], start, ends[at]);
    });
    const mayGoOn = this.isEndOfPeriod(".end") && this.recorded === null;
    return mayGoOn ? [...stretches, Stretch.of("ongoing")] : stretches;
  }

  /** The first and the last day that may be the answer. */
  span() {
    const { recorded } = this;
    if (recorded instanceof PartialDate) return [recorded.first, recorded.last];
    return [FIRST_DAY, LAST_DAY];
  }

  /** Whether some answer settles the verdict, all else being as it is. */
  decidesAlone(openCriteria) {
    if (this.further?.decidesAlone(openCriteria)) return true;
    const byCriterion = [...this.outcomes.values()];
    return this.stretches.some((_, number) => {
      const found = byCriterion.map((outcomes) => outcomes[number]);
      const satisfied = found.filter((outcome) => outcome === true).length;
      return found.includes(false) || satisfied === openCriteria;
    });
  }

  /** The answers that satisfy a criterion, and that violate it. */
  settles(name) {
    const outcomes = this.outcomes.get(name);
    const wordsOf = (outcome) =>
      this.inWords(this.stretches.filter((_, number) => outcomes[number] === outcome));
    const result = this.further?.settles(name);
    return new Settles(
      name,
      this.orResult(wordsOf(true), result?.satisfies),
      this.orResult(wordsOf(false), result?.violates),
    );
  }

  /** Answers in words, with those of a further result. */
  orResult(words, value) {
    if (value === undefined || value === null) return words;
    const result = `${this.result}, ${value}`;
    return words === null ? result : either([words, result]);
  }

  /** Answers in words; null if there are none. */
  inWords(stretches) {
    if (stretches.length === 0) return null;
    if (this.kind === "list") return this.noneButListed(this.recorded?.items.length);
    if (["date", "number", "score"].includes(this.kind)) return this.stretchesInWords(stretches);
    return either(stretches.map((stretch) => this.option(stretch.low)));
  }

  /** That nothing is to be added to so many. */
  noneButListed(listed) {
    return listed ? "none but those listed" : "none";
  }

  /** One answer of a few. */
  option(answer) {
    if (typeof answer === "boolean") return answer ? "yes" : "no";
    if (answer === null) return this.noneButListed(this.recorded?.values.size);
    const label = this.entry.labels.get(answer) ?? answer;
    return label.includes(" ") ? `“${label}”` : label;
  }

  /** Stretches in words, those that meet put together. */
  stretchesInWords(stretches) {
    const isNamed = (stretch) => typeof stretch.low === "string";
    const named = stretches.filter(isNamed).map((stretch) => stretch.low);
    const others = stretches.filter((stretch) => !isNamed(stretch));
    const isWhole = this.entry.kind === "whole";
    const merged = together(others, isWhole || this.kind === "date");
    if (this.kind === "date") {
      return either([...merged.map((each) => daysInWords(each, this.span())), ...named]);
    }
    const words = isWhole ? wholeInWords : spanInWords;
    return either([...merged.map((each) => words(each, this.entry)), ...named]);
  }
}

/** The outcome of a criterion in these scopes; null if they differ. */
function commonOutcome(clause, scopes) {
  const found = new Set(scopes.map((scope) => clause.judge(scope).outcome));
  return found.size === 1 ? [...found][0] : null;
}
