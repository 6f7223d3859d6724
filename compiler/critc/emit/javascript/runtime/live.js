/** Screening while a patient's data change: what did not change is not judged again. */

import { Listing } from "./lists.js";
import { judgedAs, Screening, screen } from "./screening.js";
import { Ref, Scope } from "./terms.js";
import { Tree } from "./trees.js";

/** Screens one patient of a protocol after each change. Each result is what `screen` gives. */
export class Live {
  #protocol;
  #reads;
  #last = null;

  /** @param {object} protocol */
  constructor(protocol) {
    this.#protocol = protocol;
    this.#reads = new Map(
      Object.entries(protocol.criteria).map(([id, tree]) => [id, namesRead(tree)]),
    );
  }

  /**
   * The result for the patient as it is now.
   *
   * @param {object} patient
   * @param {Iterable<string>|null} changed the facts and lists (and "parts") that may differ from
   *   the patient screened before; null if all may
   * @returns {Screening}
   */
  screen(patient, changed = null) {
    this.#last =
      changed === null || this.#last === null
        ? screen(patient, this.#protocol)
        : this.#next(patient, [...changed]);
    return this.#last;
  }

  #next(patient, changed) {
    const isAlike = ([, read]) => !changed.some((name) => read.has(name));
    const alike = new Set([...this.#reads].filter(isAlike).map(([id]) => id));
    const known = this.#last.known(alike);
    const scope = new Scope(patient);
    const judged = new Map();
    for (const [id, tree] of Object.entries(this.#protocol.criteria)) {
      judged.set(id, known.judged.get(id) ?? judgedAs(tree, scope));
    }
    return new Screening(patient, this.#protocol, judged, known.explained, known.inquiries);
  }
}

/**
 * The facts and lists that clauses mention anywhere, through definitions and other criteria.
 * @param {Tree} tree
 * @returns {Set<string>}
 */
export function namesRead(tree) {
  const names = new Set();
  const seen = new Set();
  const waiting = [tree];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (typeof part !== "object" || part === null || seen.has(part)) continue;
    seen.add(part);
    if ((part instanceof Ref && part.variable === "") || part instanceof Listing) {
      names.add(part.name);
    }
    if (part instanceof Tree) waiting.push(part.root());
    waiting.push(...Object.values(part));
  }
  return names;
}
