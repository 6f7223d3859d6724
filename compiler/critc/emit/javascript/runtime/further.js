/** A further result of a measurement, where none that is recorded counts. */

import { daysInWords, either, FIRST_DAY, LAST_DAY, Stretch, together } from "./answers.js";
import { entryAt } from "./entries.js";
import { answered, dayLimits, openLeaves, recordedAt } from "./limits.js";
import { Selected } from "./picks.js";
import { product } from "./tables.js";
import { Scope } from "./terms.js";
import { Records } from "./values.js";

const MOST_TRIED = 100;

// A record of which nothing is known.
const UNRECORDED = Object.freeze(Object.create(null));

/** A result that would count: its words, the path of its value, and the scope that has it. */
class Sought {
  constructor(words, path, scope) {
    this.words = words;
    this.path = path;
    this.scope = scope;
  }
}

/**
 * A further result of a measurement, for the first pick that finds none; null without one.
 * @param {string} path of the list
 * @param {Map<string, Clause>} clauses the criteria in which it stands
 * @returns {Sought|null}
 */
export function sought(path, clauses, scope, dictionary) {
  if (!Object.hasOwn(dictionary, `${path}.value`)) return null;
  const items = recordedAt(path, scope)?.items ?? [];
  const record = `${path}[${items.length}]`;
  const longer = answered(scope, path, new Records([...items, UNRECORDED]));
  const more = answered(longer, `${record}.value`, null);
  for (const clause of clauses.values()) {
    for (const [leaf, at] of openLeaves(clause, scope)) {
      if (!(leaf instanceof Selected) || leaf.records.name !== path) continue;
      if (leaf.records.members(at).length === 0) return placed(leaf, at, more, record, dictionary);
    }
  }
  return null;
}

/** A record that the pick would take: its day, and what else is asked of it. */
function placed(pick, at, more, record, dictionary) {
  const { where, variable } = pick.records;
  const scope = new Scope(more.patient, at.records, more.given).bind(variable, UNRECORDED, record);
  const days = [...pick.date.days()].map(([day]) => day.read(scope)[1]);
  if (days.length !== 1) return null;
  for (const chosen of choicesOf(where, scope, record, dictionary)) {
    const answer = (start) =>
      chosen.reduce((found, [path, option]) => answered(found, path, option), start);
    const trying = answer(scope);
    const spans = unchanging(where, trying, days[0]);
    const holding = spans.filter((each) => holds(where, trying, days[0], each));
    if (holding.length === 0) continue;
    const [day] = holding.at(-1).tried;
    const words = resultInWords(holding, chosen, dictionary);
    return new Sought(words, `${record}.value`, answered(answer(more), days[0], day));
  }
  return null;
}

/** What the choices may be that are asked of a record: pairs of a path and an option. */
function* choicesOf(where, scope, record, dictionary) {
  const asked = new Set([...where.values(scope)].map(([path]) => path));
  const chosen = [...asked].filter(
    (path) => path.startsWith(`${record}.`) && entryAt(dictionary, path).kind === "choice",
  );
  const labels = chosen.map((path) => [...entryAt(dictionary, path).labels.keys()]);
  let tried = 0;
  for (const options of product(labels)) {
    if (tried === MOST_TRIED) return;
    yield chosen.map((path, index) => [path, options[index]]);
    tried += 1;
  }
}

/** The stretches of days over which a condition of a record does not change. */
function unchanging(where, scope, path) {
  const limits = dayLimits(where, scope, path, [FIRST_DAY, LAST_DAY]) ?? [];
  const starts = [...new Set([FIRST_DAY, ...limits])].sort((one, other) => one - other);
  const ends = [...starts.slice(1).map((start) => start - 1), LAST_DAY];
  return starts.map(
    (start, at) => new Stretch([start === FIRST_DAY ? ends[at] : start], start, ends[at]),
  );
}

/** Whether a record of these days satisfies the condition. */
function holds(where, scope, path, { low, high }) {
  return [low, high].every((day) => where.judge(answered(scope, path, day)).outcome);
}

/** A result on 3 March 2026 (Laboratory: central). */
function resultInWords(holding, chosen, dictionary) {
  const spans = together(holding, true).map((each) => daysInWords(each, [FIRST_DAY, LAST_DAY]));
  const when = either(spans);
  const asked = chosen.map(([path, option]) => inFull(entryAt(dictionary, path), option));
  const text = when === "any day" ? "a result" : `a result ${when}`;
  return asked.length > 0 ? `${text} (${asked.join(", ")})` : text;
}

/** What is answered, and the answer: Laboratory: central. */
function inFull(entry, option) {
  return `${entry.question.replace(/\?+$/, "")}: ${entry.labels.get(option)}`;
}
