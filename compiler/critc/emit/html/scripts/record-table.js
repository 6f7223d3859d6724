/** The table of the record: each criterion, its outcome, what decided it, and who judged. */

import { entryAt, pattern } from "../../javascript/runtime/entries.js";
import { labelOf } from "../../javascript/runtime/settling.js";
import { element } from "./elements.js";
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

/** The values that decided, those of one record together, and what is not known. */
function decidingValues({ because, missing }, entries) {
  const values = new Map(because.flatMap((each) => [...each.values]));
  const computed = new Set(because.flatMap((each) => each.computed));
  const known = [...values].map(([path, value]) => [path, element("bdi", {}, value)]);
  const unknown = missing.map((path) => [path, element("i", {}, "not known")]);
  return element(
    "ul",
    {},
    byRecord([...known, ...unknown], entries).map((parts) => element("li", {}, parts)),
    [...computed].map((words) => element("li", {}, words)),
  );
}

/** What stands at paths, in words: a list of words and elements for each fact, and for each record. */
function byRecord(pairs, entries) {
  const lines = new Map();
  for (const [path, shown] of pairs) {
    const asked = labelOf(path, entryAt(entries, path), entries);
    const record = recordLabel(path, entries);
    const words = `${asked.startsWith(record) ? asked.slice(record.length) : asked} `;
    const line = lines.get(record || path);
    if (line) line.push("; ", words, shown);
    else lines.set(record || path, [record, words, shown]);
  }
  return [...lines.values()];
}

/** "Prior therapies, no. 1: " for what stands in a record; "" for a fact. */
function recordLabel(path, entries) {
  const [, list, index] = /^([^[]+)\[(\d+)\]/.exec(path) ?? [];
  return list ? `${entries[list].question}, no. ${Number(index) + 1}: ` : "";
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
    byRecord(pairs, entries).map((parts) => element("li", {}, parts)),
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
