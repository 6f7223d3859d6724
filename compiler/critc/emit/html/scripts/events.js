/** What a protocol's windows are tested against: each window of each criterion, and its events. */

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
import { Table } from "../../javascript/runtime/tables.js";
import { Scope, Unknowns } from "../../javascript/runtime/terms.js";
import { PartialDate, Period } from "../../javascript/runtime/values.js";
import { bandsOf, timedBy } from "./bands.js";

/**
 * A window of a criterion.
 *
 * @typedef {Object} Window
 * @property {string} criterion its id
 * @property {Clause} clause
 * @property {Timed} timed what the clause counts
 * @property {Listing[]} chain the lists whose records it is asked of, the outermost first
 * @property {Array<(scope: Scope) => boolean>} idle whether something beside it has settled what it
 *   could: then it makes no difference
 * @property {string} title of the list, or ""
 */

/**
 * The windows of all criteria, in the order of the protocol.
 * @returns {Window[]}
 */
export function windowsOf(protocol) {
  const moments = new Set(protocol.facts.filter(({ moment }) => moment).map(({ name }) => name));
  const found = new Map();
  for (const [criterion, tree] of Object.entries(protocol.criteria)) {
    for (const [clause, chain, idle] of clausesIn(tree.root(), [], [])) {
      const timed = timedBy(clause, moments);
      const names = chain.map(({ name }) => name);
      const key = [criterion, clause.words, ...names].join("\n");
      if (timed === null || found.has(key)) continue;
      const title = chain.length > 0 ? protocol.entries[names.at(-1)].question : "";
      found.set(key, { criterion, clause, timed, chain, idle, title });
    }
  }
  return [...found.values()];
}

/** Each clause with the lists it is asked of, and what can make it idle. */
function* clausesIn(clause, chain, idle) {
  yield [clause, chain, idle];
  for (const [part, records, beside] of partsIn(clause)) {
    yield* clausesIn(part, [...chain, ...records], [...idle, ...beside]);
  }
}

/** The clauses in a clause: each with the lists and the idleness that it adds. */
function partsIn(clause) {
  if (clause instanceof Elsewhere) return [[clause.tree.root(), [], []]];
  if (clause instanceof Selected || clause instanceof Consecutive) {
    const { records, condition } = clause;
    return [
      [records.where, [records], []],
      [condition, [records], [unless(records.where, true)]],
    ];
  }
  if (clause instanceof Comparison) {
    return [...new Set(listings(clause))].map((records) => [records.where, [records], []]);
  }
  if (clause instanceof Table) return rowsOf(clause);
  if (clause instanceof Alternatives) return casesOf(clause);
  return besides(clause);
}

/** Says of a scope whether a clause has settled the other way. */
function unless(clause, wanted) {
  return (scope) => clause.judge(scope).outcome === !wanted;
}

/** The parts of a clause; each is idle where another alone decides. */
function besides(clause) {
  if (clause instanceof Criterion) {
    const { condition, applies } = clause;
    return applies === null
      ? [[condition, [], []]]
      : [
          [applies, [], []],
          [condition, [], [unless(applies, true)]],
        ];
  }
  const parts = clause.parts();
  const others = (part) => parts.filter((each) => each !== part);
  const isAll = clause instanceof Joined && clause.low === parts.length && clause.high === null;
  const [first] = parts;
  const isOnlyFor =
    clause instanceof Joined && clause.low === 1 && first instanceof Not && !first.words;
  return parts.map((part) => {
    if (isAll) return [part, [], others(part).map((each) => unless(each, true))];
    return [part, [], isOnlyFor && part !== first ? [unless(first, false)] : []];
  });
}

function casesOf({ cases, otherwise }) {
  const conditions = cases.map(([condition]) => condition);
  const before = (number) => conditions.slice(0, number).map((each) => unless(each, false));
  const parts = cases.flatMap(([condition, then], number) => [
    [condition, [], before(number)],
    [then, [], [...before(number), unless(condition, true)]],
  ]);
  return otherwise === null ? parts : [...parts, [otherwise, [], before(cases.length)]];
}

function rowsOf(table) {
  const clauses = [...table.rows.map((row) => row.clause), table.otherwise];
  const given = clauses.filter((clause) => clause !== null && typeof clause !== "number");
  const possible = (scope) =>
    table.clauses(
      table.combinations(
        scope,
        table.keys.map(() => new Unknowns()),
      ),
    );
  return given.map((clause) => [clause, [], [(scope) => !possible(scope).includes(clause)]]);
}

// ---- what a patient's record has ----

/**
 * An event that is tested against a window.
 *
 * @typedef {Object} Tested
 * @property {string} label "no. 2" of a record, else ""
 * @property {string} words its date or dates
 * @property {{first: number[]|null, last: number[]|null, isPeriod: boolean}|null} place the days
 *   between which it begins and ends, null where they are not known; null where it has none
 * @property {boolean|null} outcome
 * @property {boolean} isIdle
 */

/**
 * What is recorded for a window, by the days of the window; those are one for all records, or differ.
 *
 * @param {Window} window
 * @param {Scope} scope
 * @param {object} entries the data dictionary
 * @param {(path: string) => string} original where a path stands in what was typed
 * @returns {Array<{bands: Band[], events: Tested[]}>}
 */
export function testedBy(window, scope, entries, original) {
  const scopes = window.chain.reduce(
    (found, records) => found.flatMap((each) => records.bound(each)),
    [scope],
  );
  const groups = new Map();
  const at = (inner) => {
    const bands = bandsOf(window.clause, window.timed, inner);
    const key = bands
      .map(({ low, high }) => [low.maybe, low.sure, high.sure, high.maybe].join())
      .join(";");
    if (!groups.has(key)) groups.set(key, { bands, events: [] });
    return groups.get(key).events;
  };
  if (window.timed.isFixed) at(scope);
  for (const inner of scopes) {
    const recorded = window.timed.event.read(inner);
    if (recorded !== null || window.chain.length > 0)
      at(inner).push(tested(window, inner, recorded, entries, original));
  }
  return [...groups.values()];
}

function tested({ clause, timed, idle }, scope, recorded, entries, original) {
  const path = timed.event.path(scope);
  return {
    label: recordNumber(original(path)),
    words: recorded === null ? "date not known" : inWords(recorded, entryAt(entries, path)),
    place: placeOfEvent(recorded),
    outcome: clause.judge(scope).outcome,
    isIdle: idle.some((settled) => settled(scope)),
  };
}

/** "no. 2" of a path in the second record of a list; "" of others. */
export function recordNumber(path) {
  const [, number] = path.match(/\[(\d+)\]/) ?? [];
  return number === undefined ? "" : `no. ${Number(number) + 1}`;
}

function placeOfEvent(recorded) {
  if (recorded === null || recorded === "none") return null;
  if (!(recorded instanceof Period)) {
    const days = spanOf(recorded);
    return { first: days, last: days, isPeriod: false };
  }
  const [first, last] = [spanOf(recorded.start), spanOf(recorded.end)];
  return first === null && last === null ? null : { first, last, isPeriod: true };
}

/** The days between which a date lies; null for one that is not known. */
function spanOf(day) {
  if (day === null) return null;
  if (day === "ongoing") return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  return day instanceof PartialDate ? [day.first, day.last] : [day, day];
}

/** The days of an event that are known: those to show. */
export function daysOfEvent({ place }) {
  return place === null
    ? []
    : [place.first, place.last].flatMap((days) => days ?? []).filter(Number.isFinite);
}

/** Why no event is there: what is recorded of the lists, or of the fact. */
export function nothingInWords({ chain }, scope, entries) {
  if (chain.length === 0) return "not known yet";
  const without = chain.findLast((records) => !records.read(scope)?.items.length);
  if (without === undefined) return "no record counts";
  const list = without.read(scope);
  return list === null ? "not known yet" : inWords(list, entries[without.name]);
}
