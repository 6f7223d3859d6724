/** What was recorded that decides a clause, and what is not known of it, as people read it. */

import { entryAt, pattern } from "../../javascript/runtime/entries.js";
import { PARTS } from "../../javascript/runtime/settling.js";
import { CANNOT, MISSING, NOT_YET } from "../../javascript/runtime/terms.js";

/** What is shown of a value, or of several: words, and elements of the page. */
const apart = (shown) => [shown].flat();

/** A question as a name: without its sign, and without help to answer it; "(ALT)" is no help. */
function nameOfQuestion(question) {
  return question.replace(/[?:]*( \([^()]*\s[^()]*\))?[?:]*$/, "");
}

/** "Alanine transaminase (ALT), no. 2": a record, by the path of it or of anything in it. */
export function recordName(path, entries) {
  const [, list, index] = /^([^[]+)\[(\d+)\]/.exec(path);
  return `${nameOfQuestion(entries[list].question)}, no. ${Number(index) + 1}`;
}

/** What is asked at a path, without the record in which it stands: "Disease", "Taken (last day)". */
export function nameAt(path, entries) {
  const name = nameOfQuestion(entryAt(entries, path).question);
  return isPart(path, entries) ? `${name} (${partAt(path)})` : name;
}

function isPart(path, entries) {
  return !Object.hasOwn(entries, pattern(path));
}

function partAt(path) {
  return PARTS[path.split(".").at(-1)];
}

/** The path of a value with its limits or days: `taken` of `taken.start`. */
function wholeOf(path, entries) {
  return isPart(path, entries) ? path.replace(/\.[^.]*$/, "") : path;
}

/**
 * The values of one record, or of no record: each once, with its days or its limits of normal.
 *
 * @param {Iterable<[string, any]>} pairs paths, and what is shown of each
 * @returns {Map<string, {value: Array, beside: Array}>} what is shown, in parts, by path
 */
function wholes(pairs, entries) {
  const found = new Map();
  for (const [path, shown] of pairs) {
    const whole = wholeOf(path, entries);
    if (!found.has(whole)) found.set(whole, { value: [], parts: new Map() });
    if (path === whole) found.get(whole).value = apart(shown);
    else found.get(whole).parts.set(partAt(path), apart(shown));
  }
  return new Map(
    [...found].map(([path, { value, parts }]) => [path, { value, beside: named(parts) }]),
  );
}

/** The parts of a value in their order: the first day before the last. */
function named(parts) {
  const given = Object.values(PARTS).filter((part) => parts.has(part));
  return separated(
    given.map((part) => [`${part} `, ...parts.get(part)]),
    ", ",
  );
}

function separated(several, mark = "; ") {
  return several.flatMap((each, i) => (i > 0 ? [mark, ...each] : each));
}

function inOne({ value, beside }) {
  if (value.length === 0) return beside;
  return beside.length > 0 ? [...value, " (", ...beside, ")"] : value;
}

/** The same, each as what is shown in one. */
export function wholeValues(pairs, entries) {
  return new Map([...wholes(pairs, entries)].map(([path, found]) => [path, inOne(found)]));
}

/**
 * The values that decided: a line for each fact, then for each record, in parts side by side.
 *
 * @param {Iterable<[string, any]>} pairs paths, and what is shown of each: words or elements
 * @returns {Array<Array>}
 */
export function evidence(pairs, entries) {
  const lines = new Map();
  for (const [path, shown] of pairs) {
    const owner = /^[^[]+\[\d+\](?=\.)/.exec(path)?.[0] ?? wholeOf(path, entries);
    if (!lines.has(owner)) lines.set(owner, []);
    lines.get(owner).push([path, shown]);
  }
  const ofRecord = ([owner]) => owner.endsWith("]");
  return [...lines]
    .filter(([owner]) => !isCountOfShown(owner, lines, entries))
    .sort((one, other) => ofRecord(one) - ofRecord(other))
    .map(([owner, own]) => lineOf(owner, wholes(own, entries), entries));
}

/** The same in one line; records of a list after its first have its name no more. */
export function evidenceInWords(pairs, entries) {
  const lines = evidence(pairs, entries).map((line) => line.join(""));
  return lines
    .map((line, i) => {
      const [, list] = /^(.*?)(?:, no\. \d+)?: /.exec(line);
      const before = lines[i - 1] ?? "";
      if (before.startsWith(`${list}, no. `)) return line.slice(list.length + 2);
      return before.startsWith(`${list}: `) ? line.slice(list.length + 2) : line;
    })
    .join("; ");
}

/** Whether it is a list of which records are shown, so that it need not be said that there are. */
function isCountOfShown(owner, lines, entries) {
  if (entries[owner]?.kind !== "list") return false;
  const said = String(lines.get(owner)[0][1]?.textContent ?? lines.get(owner)[0][1]);
  return (
    /^\d+ records?$/.test(said) && [...lines.keys()].some((one) => one.startsWith(`${owner}[`))
  );
}

function lineOf(owner, values, entries) {
  if (!owner.endsWith("]")) return [`${nameAt(owner, entries)}: `, ...inOne(values.get(owner))];
  const result = values.get(`${owner}.value`);
  const beside = [...values].filter(([path]) => path !== `${owner}.value`);
  if (!result) return [`${recordName(owner, entries)}: `, ...listed(beside, entries)];
  const title = recordName(owner, entries).replace(/, no\. \d+$/, "");
  // The day of a result needs no name.
  const isDay = ([path]) => entryAt(entries, path).kind === "date";
  const about = [...beside.filter(isDay).map(([, day]) => inOne(day)), result.beside].filter(
    (each) => each.length > 0,
  );
  const others = beside.filter((each) => !isDay(each));
  if (others.length > 0) about.push(listed(others, entries));
  return [`${title}: `, ...inOne({ value: result.value, beside: separated(about) })];
}

function listed(values, entries) {
  return separated(values.map(([path, one]) => [`${nameAt(path, entries)}: `, ...inOne(one)]));
}

/**
 * Why a clause is not known: what is missing by name, an exact result, a day.
 *
 * @param {{causes: string[], missing: string[], values: Map<string, string>}} because
 * @param {((path: string) => string)|null} original where a path stands in what was typed; null
 *   where records need no name
 * @returns {string} "" where nothing more is to be said than the values say
 */
export function causesInWords({ causes, missing, values }, entries, original = null) {
  // What cannot be computed for want of a limit of normal is missing that limit.
  const lacksLimit = missing.some(isLimit);
  const why = [
    ...new Set(causes.map((cause) => (cause === CANNOT && lacksLimit ? MISSING : cause))),
  ];
  const unanswered = why.filter((cause) => cause === MISSING || cause === NOT_YET);
  const absent = missing.filter((path) => !values.has(path));
  const isBounded = [...values.values()].some((value) => /^[<>≤≥] /.test(value));
  const others = why
    .filter((cause) => !unanswered.includes(cause))
    .map((cause) => (cause === CANNOT && isBounded ? "an exact result is needed" : cause));
  if (unanswered.length === 0 || absent.length === 0) return others.join(", ");
  const said = unanswered.length > 1 ? "not answered" : unanswered[0];
  const isPlain = absent.length === 1 && values.size === 0 && !absent[0].includes("[");
  const names = absent.map((path) => missingName(path, original?.(path) ?? "", entries));
  return [isPlain ? said : `${said}: ${names.join(", ")}`, ...others].join(", ");
}

function isLimit(path) {
  return /\.(uln|lln)$/.test(path);
}

function missingName(path, shownAt, entries) {
  const name = isLimit(path) ? partAt(path) : nameAt(path, entries);
  return shownAt.includes("].") ? `${name} of ${recordName(shownAt, entries)}` : name;
}
