/** The table of the record: each criterion, its outcome, what decided it, and who judged. */

import { entryAt, pattern } from "../../javascript/runtime/entries.js";
import { element } from "./elements.js";
import { evidence } from "./evidence.js";
import { markOf, outcomeInWords, stateOf } from "./outcomes.js";
import { blankLine, noted } from "./record-notes.js";
import { wordingOf } from "./wording.js";

const COLUMNS = ["Criterion", "Outcome", "Values that decide it", "Source document", "Judged by"];

/**
 * @param {State} state
 * @param {object} protocol
 * @param {RecordNotes} notes
 */
export function criteriaTable(state, protocol, notes) {
  const judgements = judgementPatterns(protocol);
  const heads = COLUMNS.map((words) => element("th", { scope: "col" }, words));
  const rows = state.result.screening.criteria.map((result) =>
    criterionRow(result, {
      values: decidingValues(result, protocol.entries),
      source: sourceField(result.id, notes),
      judges: judges(result, state, judgements, protocol.entries),
    }),
  );
  return element(
    "table",
    { class: "record-criteria" },
    element("caption", {}, "Criteria"),
    element("thead", {}, element("tr", {}, heads)),
    element("tbody", {}, rows),
  );
}

function criterionRow(result, { values, source, judges }) {
  const { id } = result;
  const state = stateOf(result);
  const mark = element("span", { class: "mark", "aria-hidden": "true" }, markOf(state));
  const outcome = element("span", {}, mark, ` ${outcomeInWords(id, state)}`);
  const head = element(
    "th",
    { scope: "row" },
    element("b", {}, id),
    ` ${shortText(wordingOf(id))}`,
  );
  const cells = [outcome, values, source, judges].map((cell, i) =>
    element("td", { "data-column": COLUMNS[i + 1] }, cell),
  );
  return element("tr", { "data-state": state }, head, cells);
}

const SHORT = 160;

/** The beginning of a criterion's words, cut between words. */
export function shortText(text) {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= SHORT) return line;
  return `${line.slice(0, SHORT).replace(/[\s,;:(–-]*\s\S*$/, "")} …`;
}

function sourceField(id, notes) {
  const keep = (typed) => notes.sources.set(id, typed);
  return noted(`Source document for ${id}`, notes.sources.get(id) ?? "", notes, keep);
}

// ---- values ----

const DAYS = new Set(["date", "period"]);

/** The values that decided, those of one record together, and what is not known. */
function decidingValues({ because, missing }, entries) {
  const values = new Map(because.flatMap((each) => [...each.values]));
  const computed = new Set(because.flatMap((each) => each.computed));
  const isVague = (path) => missing.includes(path) && DAYS.has(entryAt(entries, path).kind);
  const known = [...values].map(([path, value]) => {
    const shown = element("bdi", {}, value);
    return [path, isVague(path) ? [shown, " (", element("i", {}, "day not known"), ")"] : shown];
  });
  const absent = missing.filter((path) => !values.has(path));
  const unknown = absent.map((path) => [path, element("i", {}, "not known")]);
  return element(
    "ul",
    {},
    evidence([...known, ...unknown], entries).map((parts) => element("li", {}, parts)),
    [...computed].map((words) => element("li", {}, words)),
  );
}

// ---- judgements ----

/** The paths of what a person decides, without the numbers of records. */
function judgementPatterns({ facts, lists }) {
  const fields = lists.flatMap((list) =>
    list.fields.map(({ name, kind }) => ({ name: `${list.name}.${name}`, kind })),
  );
  const judged = [...facts, ...fields].filter(({ kind }) => kind === "judgement");
  return new Set(judged.map(({ name }) => name));
}

/** Who made the judgements that decide, said once where it is the same person; null where none does. */
function judges({ because }, state, judgements, entries) {
  const paths = new Set(because.flatMap((each) => [...each.values.keys()]));
  const judged = [...paths].filter((path) => judgements.has(pattern(path)));
  if (judged.length === 0) return null;
  const signers = judged.map((path) => signerOf(state.at(path)));
  if (new Set(signers).size === 1) return signed(signers[0]);
  const pairs = judged.map((path, i) => [path, signed(signers[i])]);
  return element(
    "ul",
    {},
    evidence(pairs, entries).map((parts) => element("li", {}, parts)),
  );
}

/** "Dr Lin, 2026-02-26": who judged, and when; "" where the data do not say who. */
function signerOf(judgement) {
  const { by, on } = typeof judgement === "object" ? judgement : {};
  return by ? [by, on].filter(Boolean).join(", ") : "";
}

function signed(signer) {
  return signer ? element("bdi", {}, signer) : blankLine();
}
