/** The clauses of a criterion: what each asks, and what the patient's record says to it. */

import { CANNOT, INCOMPLETE, MISSING, NOT_YET, Unknowns } from "./terms.js";

// Of what is settled nothing is unknown; nothing is ever added to it.
const NOTHING = new Unknowns();

/** What a record says to a clause: true, false or null, and why it is not known. */
export class Finding {
  /**
   * @param {boolean | null} outcome
   * @param {Unknowns | null} unknown it counts only where the outcome is null
   */
  constructor(outcome, unknown = null) {
    this.outcome = outcome;
    if (outcome !== null) {
      this.unknown = NOTHING;
    } else {
      this.unknown = unknown?.size ? unknown : new Unknowns([CANNOT, ""]);
    }
  }
}

/** A clause of a criterion: its words, the line of the source, and how it is judged. */
export class Clause {
  constructor(line, words) {
    this.line = line;
    this.words = words;
  }

  /**
   * The outcome, and what is not known of it.
   *
   * @param {Scope} _scope
   * @returns {Finding}
   */
  judge(_scope) {
    throw new Error("a clause is judged");
  }

  /** The clauses that it joins. */
  parts() {
    return [];
  }

  /** What it reads of the patient: paths and values. */
  *values(scope) {
    for (const part of this.parts()) {
      yield* part.values(scope);
    }
  }

  /** What the calculated numbers that decide it are worth, in words. */
  *worths(scope) {
    for (const [clause, , at] of this.deciding(scope)) {
      if (clause !== this) yield* clause.worths(at);
    }
  }

  /** The clauses that decide its outcome, each with its own outcome and scope. */
  *deciding(scope) {
    yield [this, this.judge(scope).outcome, scope];
  }
}

/** Always so, or never. */
export class Truth extends Clause {
  constructor(line, words, outcome) {
    super(line, words);
    this.outcome = outcome;
  }

  judge() {
    return new Finding(this.outcome);
  }
}

/** Answered yes or no; `cause` is that of an answer that is not there. */
export class Asked extends Clause {
  constructor(line, words, ref, cause = MISSING) {
    super(line, words);
    this.ref = ref;
    this.cause = cause;
  }

  judge(scope) {
    const answer = this.ref.read(scope);
    return answer === null
      ? new Finding(null, new Unknowns([this.cause, this.ref.path(scope)]))
      : new Finding(answer);
  }

  *values(scope) {
    yield [this.ref.path(scope), this.ref.read(scope)];
  }
}

/** What only a person can decide. */
export function judged(line, words, ref) {
  return new Asked(line, words, ref, NOT_YET);
}

/** A choice is one of these options. */
export class IsOneOf extends Clause {
  constructor(line, words, ref, ...options) {
    super(line, words);
    this.ref = ref;
    this.options = options;
  }

  judge(scope) {
    const known = this.ref.read(scope);
    if (known === null) {
      return new Finding(null, new Unknowns([MISSING, this.ref.path(scope)]));
    }
    return new Finding(this.options.includes(known));
  }

  *values(scope) {
    yield [this.ref.path(scope), this.ref.read(scope)];
  }
}

/** A set of choices includes any of, all of, or only these options. */
export class Includes extends Clause {
  /**
   * @param {number} line
   * @param {string} words
   * @param {Ref} ref
   * @param {"any" | "all" | "only"} mode
   * @param {string[]} options
   */
  constructor(line, words, ref, mode, ...options) {
    super(line, words);
    this.ref = ref;
    this.mode = mode;
    this.options = new Set(options);
  }

  judge(scope) {
    const known = this.ref.read(scope);
    if (known === null) {
      return new Finding(null, new Unknowns([MISSING, this.ref.path(scope)]));
    }
    const outcome = this.mode !== "only";
    if (this.settledBy(known.values)) {
      return new Finding(outcome);
    }
    if (known.complete) {
      return new Finding(!outcome);
    }
    return new Finding(null, new Unknowns([INCOMPLETE, this.ref.path(scope)]));
  }

  /** Whether no further option could change the outcome. */
  settledBy(values) {
    if (this.mode === "any") {
      return [...values].some((each) => this.options.has(each));
    }
    if (this.mode === "all") {
      return [...this.options].every((each) => values.has(each));
    }
    return [...values].some((each) => !this.options.has(each));
  }

  *values(scope) {
    yield [this.ref.path(scope), this.ref.read(scope)];
  }
}
