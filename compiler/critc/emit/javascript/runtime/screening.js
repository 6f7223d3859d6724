/** The result of screening a patient; what explains it is worked out when it is asked for. */

import { entryAt, inOrder, inWords, placeOf } from "./entries.js";
import { inquiries } from "./settling.js";
import { Scope } from "./terms.js";

const STATUS = new Map([
  [true, "satisfied"],
  [false, "violated"],
  [null, "unknown"],
]);

const OUTCOME = new Map([
  [true, "true"],
  [false, "false"],
  [null, "unknown"],
]);

/** A clause that decided a criterion, with the patient's values, and what is computed of them. */
export class Because {
  /**
   * @param {Map<string, string>} values in words, by path
   * @param {string[]} missing the paths that it is not known for
   */
  constructor(clause, line, outcome, values, causes, computed, missing) {
    this.clause = clause;
    this.line = line;
    this.outcome = OUTCOME.get(outcome);
    this.values = values;
    this.causes = causes;
    this.computed = computed;
    this.missing = missing;
  }

  /** It as JSON has it. */
  toDict() {
    return {
      clause: this.clause,
      line: this.line,
      outcome: this.outcome,
      values: Object.fromEntries(this.values),
      computed: this.computed,
      causes: this.causes,
      missing: this.missing,
    };
  }
}

/**
 * A criterion's outcome: "satisfied", "violated" or "unknown"; `applies` may be null.
 *
 * `because` are the clauses that decided it, or that are not known; `missing` the paths to ask.
 */
export class CriterionResult {
  constructor(id, outcome, applies, because, missing) {
    this.id = id;
    this.outcome = STATUS.get(outcome);
    this.applies = applies;
    this.because = because;
    this.missing = missing;
  }

  /** It as JSON has it. */
  toDict() {
    return {
      id: this.id,
      outcome: this.outcome,
      applies: this.applies,
      because: this.because.map((each) => each.toDict()),
      missing: this.missing,
    };
  }
}

/**
 * Verdict and outcomes; `criteria`, `missing` and the JSON are worked out on demand.
 *
 * What has been worked out for a patient before, and holds of this one as well, can be given.
 */
export class Screening {
  #judged;
  #scope;
  #entries;
  #explained;
  #inquiries = null;
  #before;

  /**
   * @param {object} patient
   * @param {object} protocol
   * @param {Map<string, {clause: Criterion, finding: Finding}>} judged each criterion
   * @param {Map<string, CriterionResult>} explained some of them
   * @param {Map<string, Inquiry>} before what has been asked
   */
  constructor(patient, protocol, judged, explained = new Map(), before = new Map()) {
    this.protocol = protocol.id;
    this.patient = patient.id;
    this.outcomes = Object.fromEntries(
      [...judged].map(([name, { finding }]) => [name, finding.outcome]),
    );
    this.verdict = verdictOf(Object.values(this.outcomes));
    this.#judged = judged;
    this.#scope = new Scope(patient);
    this.#entries = protocol.entries;
    this.#explained = explained;
    this.#before = before;
  }

  /** One criterion, with what decided it and what is missing. */
  criterion(id) {
    if (!this.#explained.has(id)) {
      const { clause, finding } = this.#judged.get(id);
      this.#explained.set(id, explained(id, clause, finding, this.#scope, this.#entries));
    }
    return this.#explained.get(id);
  }

  /** Each criterion. */
  get criteria() {
    return [...this.#judged.keys()].map((id) => this.criterion(id));
  }

  /** What to ask while the verdict is undetermined, the most decisive first. */
  get missing() {
    return [...this.#asked().values()].map((each) => each.question);
  }

  #asked() {
    if (this.#inquiries === null) {
      const open = [...this.#judged].filter(([name]) => this.outcomes[name] === null);
      const asked = new Map(this.verdict === "undetermined" ? open : []);
      this.#inquiries = inquiries(asked, this.#scope, this.#entries, this.#before);
    }
    return this.#inquiries;
  }

  /** What a screening takes over of this one where these criteria (a Set) are judged alike. */
  known(alike) {
    const ofAlike = ([name]) => alike.has(name);
    return {
      judged: new Map([...this.#judged].filter(ofAlike)),
      explained: new Map([...this.#explained].filter(ofAlike)),
      inquiries: this.#inquiries?.size ? this.#inquiries : this.#before,
    };
  }

  /** The whole result as JSON has it. */
  toDict() {
    return {
      protocol: this.protocol,
      patient: this.patient,
      verdict: this.verdict,
      criteria: this.criteria.map((each) => each.toDict()),
      missing: this.missing.map((each) => each.toDict()),
    };
  }
}

/** The verdict on these outcomes. */
export function verdictOf(outcomes) {
  if (outcomes.includes(false)) return "ineligible";
  return outcomes.includes(null) ? "undetermined" : "eligible";
}

/**
 * The result of screening a patient.
 * @param {object} patient as `loadPatient` reads it
 * @param {object} protocol
 * @returns {Screening}
 */
export function screen(patient, protocol) {
  const scope = new Scope(patient);
  const judged = new Map();
  for (const [id, tree] of Object.entries(protocol.criteria)) {
    judged.set(id, judgedAs(tree, scope));
  }
  return new Screening(patient, protocol, judged);
}

/** A criterion's outermost clause, and what the patient's record says to it. */
export function judgedAs(tree, scope) {
  const clause = tree.root();
  return { clause, finding: clause.judge(scope) };
}

/** One criterion with its reasons. */
function explained(id, criterion, finding, scope, dictionary) {
  const because = new Map();
  for (const [clause, outcome, at] of criterion.deciding(scope)) {
    const values = valuesInWords(clause, at, dictionary);
    const alike = JSON.stringify([clause.words, outcome, [...values]]);
    if (because.has(alike)) continue;
    const { unknown } = clause.judge(at);
    const causes = [...new Set([...unknown].map(([cause]) => cause))].sort();
    const computed = [...new Set(clause.worths(at))];
    const missing = asked(unknown, dictionary);
    because.set(
      alike,
      new Because(clause.words, clause.line, outcome, values, causes, computed, missing),
    );
  }
  const applies = criterion.applies === null || criterion.applies.judge(scope).outcome;
  const missing = asked(finding.unknown, dictionary);
  return new CriterionResult(id, finding.outcome, applies, [...because.values()], missing);
}

/** What a clause reads that is recorded, in words, by path. */
function valuesInWords(clause, scope, dictionary) {
  const values = new Map();
  for (const [path, value] of clause.values(scope)) {
    if (value !== null) values.set(path, inWords(value, entryAt(dictionary, path)));
  }
  return values;
}

/** The paths to ask for, in the order of the dictionary. */
function asked(unknown, dictionary) {
  const paths = new Set([...unknown].map(([, path]) => path));
  paths.delete("");
  const places = new Map([...paths].map((path) => [path, placeOf(path, dictionary)]));
  return [...paths].sort((one, other) => inOrder(places.get(one), places.get(other)));
}
