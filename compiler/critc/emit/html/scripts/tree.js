/**
 * The tree of a criterion's clauses, with what each comes to.
 *
 * It is a nested list: words wrap, grow and are read in order on any screen and by any reader, which
 * one large drawing could not offer. Marks and branches are small drawings in it, hidden from screen
 * readers, since the words beside them say the same.
 */

import { Asked } from "../../javascript/runtime/clauses.js";
import { Comparison } from "../../javascript/runtime/comparisons.js";
import { entryAt, inWords } from "../../javascript/runtime/entries.js";
import {
  Alternatives,
  Criterion,
  Elsewhere,
  Joined,
  Not,
} from "../../javascript/runtime/joined.js";
import { listings } from "../../javascript/runtime/limits.js";
import { Consecutive, Selected } from "../../javascript/runtime/picks.js";
import { Scope } from "../../javascript/runtime/terms.js";
import { drawn, outcomeMark, outcomeName } from "./drawing.js";
import { element } from "./elements.js";
import { recordNumber } from "./events.js";
import { causesInWords, nameAt, wholeValues } from "./evidence.js";
import { inNextFrame } from "./frames.js";
import { momentName } from "./timeline-words.js";

/** How many records of a list are drawn. */
const MOST_RECORDS = 20;

/** Draws the tree of each criterion that is open, when it is opened and after each change. */
export function startTrees(state, protocol) {
  const items = [...document.querySelectorAll("#criteria > .criterion")];
  const entries = shortEntries(protocol);
  const trees = items.map((item) => {
    return new CriterionTree(item, state, protocol.criteria[item.id], entries);
  });
  const draw = inNextFrame(() => {
    for (const tree of trees) tree.draw();
  });
  for (const item of items) item.querySelector("details").addEventListener("toggle", draw);
  state.subscribe(draw);
}

class CriterionTree {
  #details;
  #place;
  #criterion;
  #state;
  #entries;
  #shown = "";

  constructor(item, state, criterion, entries) {
    this.#details = item.querySelector("details");
    this.#place = item.querySelector(".picture");
    this.#criterion = criterion;
    this.#state = state;
    this.#entries = entries;
  }

  /** Draws it, where it is open and not drawn as it is now. */
  draw() {
    if (!this.#details.open) return;
    const { patient, original } = this.#state.result;
    const scope = new Scope(patient);
    const told = { entries: this.#entries, original };
    const nodes = criterionNodes(this.#criterion.root(), scope, told);
    const now = JSON.stringify(nodes);
    if (now === this.#shown) return;
    this.#shown = now;
    const heading = element("h4", {}, "What each clause comes to");
    this.#place.replaceChildren(heading, listOf(nodes, "tree"));
  }
}

// ---- what is drawn: each node is plain data ----

/**
 * What words are made with.
 * @typedef {Object} Told
 * @property {object} entries the data dictionary
 * @property {(path: string) => string} original where a path stands in what was typed
 */

/**
 * @typedef {Object} TreeNode
 * @property {string} relation how it stands to the node above: "unless", "otherwise"
 * @property {string} words
 * @property {string} joint how its children are joined: "all of"
 * @property {boolean|null} outcome
 * @property {string} values what it was decided on
 * @property {TreeNode[]} children
 */

function node(outcome, given) {
  return { relation: "", words: "", joint: "", values: "", children: [], ...given, outcome };
}

/** @returns {TreeNode[]} */
function criterionNodes({ exclusion, condition, applies }, scope, told) {
  const about = (clause, relation) => ({ ...nodeOf(clause, scope, told), relation });
  const met = about(condition, exclusion ? "Bars the patient if" : "Is fulfilled if");
  return applies === null ? [met] : [about(applies, "Applies only if"), met];
}

/** @returns {TreeNode} */
function nodeOf(clause, scope, told) {
  if (clause instanceof Joined) return joinedNode(clause, scope, told);
  if (clause instanceof Not && !clause.words) return notNode(clause, scope, told);
  if (clause instanceof Elsewhere) return elsewhereNode(clause, scope, told);
  if (clause instanceof Alternatives) return alternativesNode(clause, scope, told);
  const records = recordNodes(clause, scope, told);
  return records ?? leafNode(clause, scope, told);
}

function joinedNode(clause, scope, told) {
  const { clauses } = clause;
  if (clauses.length === 1 && clause.low === 1) return nodeOf(clauses[0], scope, told);
  const { outcome } = clause.judge(scope);
  const parts = clauses.map((part) => nodeOf(part, scope, told));
  const [first, second] = clauses;
  if (clauses.length === 2 && clause.high === null) {
    if (clause.low === 2 && isPlainNot(second) && clause.line === first.line) {
      const exception = { ...nodeOf(second.clause, scope, told), relation: "unless" };
      return node(outcome, { joint: "with an exception", children: [parts[0], exception] });
    }
    if (clause.low === 1 && isPlainNot(first)) {
      const asked = { ...nodeOf(first.clause, scope, told), relation: "only if" };
      return node(outcome, {
        joint: "not asked of all",
        children: [asked, { ...parts[1], relation: "then" }],
      });
    }
  }
  return node(outcome, { joint: jointOf(clause), children: parts });
}

function isPlainNot(clause) {
  return clause instanceof Not && !clause.words;
}

function jointOf({ low, high, clauses }) {
  if (high === null)
    return low === clauses.length ? "all of" : low === 1 ? "any of" : `at least ${low} of`;
  if (!low) return high === 0 ? "none of" : `at most ${high} of`;
  return low === high ? `exactly ${low} of` : `${low} to ${high} of`;
}

function notNode(clause, scope, told) {
  const inner = nodeOf(clause.clause, scope, told);
  const { outcome } = clause.judge(scope);
  if (inner.joint === "any of" && !inner.words) return { ...inner, joint: "none of", outcome };
  return node(outcome, { joint: "not", children: [inner] });
}

/** A definition or another criterion, and in it what that one says. */
function elsewhereNode(clause, scope, told) {
  const root = clause.tree.root();
  const { outcome } = clause.judge(scope);
  const given = { words: clause.words };
  if (root instanceof Criterion)
    return node(outcome, { ...given, children: criterionNodes(root, scope, told) });
  return node(outcome, { ...given, ...partsOf(nodeOf(root, scope, told)) });
}

/** What a node puts below another: its children, or itself where it has words of its own. */
function partsOf(inner) {
  return inner.words || inner.children.length === 0
    ? { children: [inner] }
    : { joint: inner.joint, children: inner.children };
}

/** The conditions in their order, what each leads to, and what holds where none of them does. */
function alternativesNode(clause, scope, told) {
  const at = (part, relation) => ({ ...nodeOf(part, scope, told), relation });
  const cases = clause.cases.flatMap(([condition, then], number) => [
    at(condition, number === 0 ? "if" : "else if"),
    at(then, "then"),
  ]);
  const otherwise = clause.otherwise === null ? [] : [at(clause.otherwise, "otherwise")];
  const { outcome } = clause.judge(scope);
  return node(outcome, { joint: "the first that applies", children: [...cases, ...otherwise] });
}

// ---- clauses on records ----

/** A clause on lists, and in it each record; null for other clauses. */
function recordNodes(clause, scope, told) {
  const lists = listsOf(clause);
  if (lists.length === 0) return null;
  const children = lists.flatMap((records) => {
    const bound = records.bound(scope);
    const shown = bound.slice(0, MOST_RECORDS);
    const nodes = shown.map((inner, number) => recordNode(clause, records, inner, number, told));
    const rest = bound.length - shown.length;
    return rest > 0 ? [...nodes, node(null, { words: `and ${rest} more records` })] : nodes;
  });
  const values =
    children.length > 0 ? [] : lists.map((records) => listInWords(records, scope, told));
  const { outcome } = clause.judge(scope);
  return node(outcome, {
    words: clause.words,
    children,
    values: said([...worthsOf(clause, scope), ...values]),
  });
}

function listsOf(clause) {
  if (clause instanceof Selected || clause instanceof Consecutive) return [clause.records];
  return clause instanceof Comparison ? [...new Set(listings(clause))] : [];
}

function recordNode(clause, records, inner, number, told) {
  const place = recordNumber(told.original(`${records.name}[${number}]`));
  const words = `${told.entries[records.name].question}, ${place}`;
  const where = nodeOf(records.where, inner, told);
  if (!clause.condition) return node(where.outcome, { words, ...partsOf(where) });
  const condition = { ...nodeOf(clause.condition, inner, told), relation: "it says" };
  return node(where.outcome, { words, children: [{ ...where, relation: "counts if" }, condition] });
}

function listInWords(records, scope, told) {
  const list = records.read(scope);
  return list === null ? "not answered" : inWords(list, told.entries[records.name]);
}

// ---- clauses that ask one thing ----

const ANSWERS = { true: "yes", false: "no", null: "not known" };

function leafNode(clause, scope, told) {
  const { outcome, unknown } = clause.judge(scope);
  const pairs = [...unknown];
  const values = new Map(
    [...new Map(clause.values(scope))]
      .filter(([, value]) => value !== null)
      .map(([path, value]) => [path, inWords(value, entryAt(told.entries, path))]),
  );
  const because = {
    causes: [...new Set(pairs.map(([cause]) => cause))].sort(),
    missing: [...new Set(pairs.map(([, path]) => path))].filter((path) => path !== ""),
    values,
  };
  const why = causesInWords(because, told.entries);
  const parts = [...worthsOf(clause, scope), ...valuesOf(clause, scope, told, values), why];
  return node(outcome, {
    words: clause.words.replace(/\?$/, ""),
    values: said(parts.filter(Boolean)),
  });
}

/** What is recorded of what it asks; each named, where it asks several things. */
function valuesOf(clause, scope, told, values) {
  if (clause instanceof Asked) return [];
  const named = [...wholeValues(values, told.entries)];
  const read = new Set(new Map(clause.values(scope)).keys());
  const isOne =
    wholeValues(
      [...read].map((path) => [path, ""]),
      told.entries,
    ).size === 1;
  return named.map(([path, value]) => {
    const words = value.join("");
    return isOne ? words : `${nameAt(path, told.entries)}: ${words}`;
  });
}

/** The data dictionary with short names for the moments, which stand beside each window. */
function shortEntries({ facts, entries }) {
  const moments = facts.filter(({ moment }) => moment);
  const short = moments.map(({ name }) => [name, { ...entries[name], question: momentName(name) }]);
  return { ...entries, ...Object.fromEntries(short) };
}

function worthsOf(clause, scope) {
  return [...new Set(clause.worths(scope))];
}

function said(parts) {
  return parts.join("; ");
}

// ---- the drawing ----

function listOf(nodes, name = null) {
  return element("ul", { class: name }, nodes.map(itemOf));
}

function itemOf({ relation, words, joint, outcome, values, children }) {
  return element(
    "li",
    { "data-outcome": outcomeName(outcome) },
    drawn(
      "svg",
      { class: "branch", viewBox: "0 0 16 16", "aria-hidden": "true" },
      drawn("path", { d: "M1 0V4Q1 10 8 10H16" }),
    ),
    outcomeMark(outcome),
    " ",
    relation && element("span", { class: "relation" }, relation, " "),
    words,
    words && joint && ", ",
    joint && element("span", { class: "relation" }, joint),
    ": ",
    element("b", {}, ANSWERS[outcome]),
    values && element("span", { class: "values" }, ` — ${values}`),
    children.length > 0 && listOf(children),
  );
}
