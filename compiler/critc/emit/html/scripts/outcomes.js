/** Outcomes in the words of a checklist, and as a mark. */

/**
 * What a criterion comes to: "satisfied", "violated", "unknown", or "other" where it does not apply.
 * @param {CriterionResult} result
 */
export function stateOf({ outcome, applies }) {
  return applies === false ? "other" : outcome;
}

const MARKS = { satisfied: "✓", violated: "✗", unknown: "?", other: "–" };

/** A sign for an outcome, beside which its words always stand. */
export function markOf(outcome) {
  return MARKS[outcome];
}

const INCLUSION = { satisfied: "fulfilled", violated: "not fulfilled" };
const EXCLUSION = { satisfied: "does not bar", violated: "bars" };

/** The words of an outcome: an inclusion is fulfilled, an exclusion bars. */
export function outcomeInWords(id, outcome) {
  if (outcome === "unknown") return "not known yet";
  if (outcome === "other") return "does not apply";
  return (id.startsWith("I") ? INCLUSION : EXCLUSION)[outcome];
}

const VERDICTS = {
  eligible: "Eligible: every inclusion is fulfilled, and no exclusion bars the patient",
  ineligible: "Not eligible: an inclusion is not fulfilled, or an exclusion bars the patient",
  undetermined: "Not yet known whether the patient is eligible: something is still not known",
};

/** The verdict as a sentence that can be signed. */
export function verdictInWords(verdict) {
  return VERDICTS[verdict];
}
