/** The verdict, what to ask next, and what each criterion comes to. */

import { entryAt } from "../../javascript/runtime/entries.js";
import { labelOf } from "../../javascript/runtime/settling.js";
import { button, element } from "./elements.js";
import { causesInWords, evidenceInWords } from "./evidence.js";
import { focusField } from "./form.js";
import { markOf, outcomeInWords, stateOf } from "./outcomes.js";
import { announce } from "./speech.js";

/** How many questions are offered before one asks for all. */
const FIRST = 5;
/** How many changed criteria are named when they are spoken. */
const NAMED = 3;
/** How many reasons a criterion shows while it is closed; its style has the same number. */
const REASONS = 3;

const VERDICT_WORDS = {
  eligible: ["✓", "Eligible"],
  ineligible: ["✗", "Not eligible"],
  undetermined: ["?", "Undetermined"],
};

let results = null;

/** Fills the results, and keeps them in step with the state. */
export function startResults(state, protocol) {
  results = new Results(state, protocol);
}

/** Opens a criterion and moves to it. */
export function focusCriterion(id) {
  results.focus(id);
}

class Results {
  #state;
  #entries;
  #criteria = new Map();
  #asked = "";
  #all = false;
  #spoken = null;

  constructor(state, protocol) {
    this.#state = state;
    this.#entries = protocol.entries;
    for (const item of document.querySelectorAll("#criteria > .criterion")) {
      this.#criteria.set(item.id, new CriterionItem(item, protocol.entries));
    }
    document.querySelector("#next .more").addEventListener("click", () => this.#showAll());
    document.addEventListener("click", (event) => this.#followLink(event));
    document.getElementById("open-first").addEventListener("change", () => this.#inOrder());
    this.#showOutcomes(state.result);
    state.watch(({ result }) => this.#showOutcomes(result));
    state.subscribe(({ result, replaced }) => {
      this.#explain(result);
      if (replaced)
        this.#spoken = spokenOf(result); // Whoever replaced it says so.
      else announce(() => this.#changes(), "results");
    });
  }

  #showOutcomes({ screening, problems }) {
    showVerdict(screening, problems);
    for (const [id, outcome] of Object.entries(screening.outcomes))
      this.#criteria.get(id).showOutcome(outcome);
    this.#showCounts();
  }

  #showCounts() {
    const states = [...this.#criteria.values()].map(({ state }) => state);
    setWords(document.querySelector("#verdict > .counts"), countsInWords(states));
  }

  #explain({ screening, original }) {
    for (const result of screening.criteria)
      this.#criteria.get(result.id).explain(result, original);
    this.#showCounts();
    this.#showNext(screening, original);
    this.#inOrder();
    this.#spoken ??= spokenOf(this.#state.result);
  }

  /** Puts the criteria in order, unless someone is reading there. */
  #inOrder() {
    const list = document.getElementById("criteria");
    if (list.contains(document.activeElement)) return;
    const items = [...this.#criteria.keys()].map((id) => document.getElementById(id));
    const openFirst = document.getElementById("open-first").checked;
    const ranked = openFirst ? items.sort((one, other) => rankOf(one) - rankOf(other)) : items;
    if (ranked.some((item, i) => list.children[i] !== item)) list.replaceChildren(...ranked);
  }

  // ---- what to ask next ----

  #showNext(screening, original) {
    const asked = screening.missing;
    const shown = this.#all ? asked : asked.slice(0, FIRST);
    const signature = shown.map((each) => `${each.fact} ${each.text}`).join("\n");
    showNextHint(screening);
    const more = document.querySelector("#next .more");
    more.hidden = asked.length <= FIRST;
    more.textContent = this.#all ? `Show the first ${FIRST}` : `Show all ${asked.length}`;
    if (signature === this.#asked) return;
    this.#asked = signature;
    const items = shown.map((each) => askedItemOf(each, original, this.#entries));
    refill(document.querySelector("#next > ol"), items, document.getElementById("next"));
  }

  #showAll() {
    this.#all = !this.#all;
    const { screening, original } = this.#state.result;
    this.#showNext(screening, original);
  }

  // ---- links to criteria ----

  #followLink(event) {
    const id = event.target.closest?.("a[href^='#']")?.getAttribute("href").slice(1);
    const item = id && document.getElementById(id)?.closest(".criterion");
    if (item) item.querySelector("details").open = true;
  }

  focus(id) {
    const item = document.getElementById(id);
    item.hidden = false;
    item.querySelector("details").open = true;
    item.scrollIntoView({ block: "start" });
    item.querySelector("h3 a").focus({ preventScroll: true });
  }

  // ---- what changed, in words ----

  #changes() {
    const now = spokenOf(this.#state.result);
    const changed = [...now.states].filter(([id, words]) => this.#spoken.states.get(id) !== words);
    const said = changed.slice(0, NAMED).map(([id, words]) => `${nameOf(id)}: ${words}.`);
    if (changed.length > NAMED) said.push(`${changed.length - NAMED} more criteria changed.`);
    if (now.verdict !== this.#spoken.verdict)
      said.push(`Verdict: ${VERDICT_WORDS[now.verdict][1].toLowerCase()}.`);
    if (now.unreadable !== this.#spoken.unreadable) said.push(unreadableInWords(now.unreadable));
    this.#spoken = now;
    return said.join(" ");
  }
}

const RANKS = ["violated", "unknown", "satisfied", "other"];

function rankOf(item) {
  return RANKS.indexOf(item.dataset.state);
}

function spokenOf({ screening, problems }) {
  const states = screening.criteria.map((each) => [
    each.id,
    outcomeInWords(each.id, stateOf(each)),
  ]);
  return { verdict: screening.verdict, states: new Map(states), unreadable: problems.length };
}

/** "Exclusion 9" of "E9". */
export function nameOf(id) {
  return document.querySelector(`#${CSS.escape(id)} > h3`).textContent;
}

// ---- verdict ----

const COUNTED = [
  ["violated", "violated"],
  ["unknown", "not known yet"],
  ["satisfied", "satisfied"],
  ["other", "not applicable"],
];

function showVerdict({ verdict }, problems) {
  const section = document.getElementById("verdict");
  const [mark, words] = VERDICT_WORDS[verdict];
  if (section.dataset.verdict !== verdict) {
    section.dataset.verdict = verdict;
    const sign = element("span", { class: "mark", "aria-hidden": "true" }, mark);
    section.querySelector(".verdict").replaceChildren(sign, ` ${words}`);
  }
  const unreadable = section.querySelector(".unreadable");
  unreadable.hidden = problems.length === 0;
  setWords(unreadable, problems.length === 0 ? "" : unreadableInWords(problems.length));
}

function countsInWords(states) {
  const counts = COUNTED.map(([state, words]) => {
    const count = states.filter((each) => each === state).length;
    return state === "other" && count === 0 ? "" : `${count} ${words}`;
  });
  return `${counts.filter(Boolean).join(" · ")}, of ${states.length} criteria`;
}

function unreadableInWords(count) {
  if (count === 0) return "All answers can be read.";
  return count === 1
    ? "1 answer cannot be read and counts as not known."
    : `${count} answers cannot be read and count as not known.`;
}

function setWords(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

// ---- what to ask next ----

function showNextHint({ verdict, missing }) {
  const words = {
    eligible: "Nothing: every criterion is settled.",
    ineligible: "Nothing more is needed: a criterion settles it.",
    undetermined:
      missing.length > 0 ? "" : "No answer that is open here settles it; see the criteria below.",
  };
  setWords(document.querySelector("#next > .hint"), words[verdict]);
}

/** A question to ask, and which answers settle which criteria. */
function askedItemOf({ fact, settles }, original, entries) {
  const path = original(fact);
  const parts = settles.slice(0, NAMED).map((each) => element("li", {}, settlingInWords(each)));
  const rest = settles.length - NAMED;
  if (rest > 0) parts.push(element("li", {}, `and ${rest} more criteria`));
  return element(
    "li",
    {},
    button(labelAt(path, entries), () => focusField(path), { class: "ask" }),
    element("ul", {}, parts),
  );
}

function settlingInWords({ criterion, satisfies, violates }) {
  const sides = [
    satisfies && `${satisfies}: ${outcomeInWords(criterion, "satisfied")}`,
    violates && `${violates}: ${outcomeInWords(criterion, "violated")}`,
  ].filter(Boolean);
  return `${nameOf(criterion)} — ${sides.join("; ") || "not settled by this alone"}`;
}

/** What is asked at a path, without the sign at its end. */
function labelAt(path, entries) {
  return labelOf(path, entryAt(entries, path), entries).replace(/[?:]$/, "");
}

// ---- one criterion ----

class CriterionItem {
  #item;
  #entries;
  #mark;
  #because;
  #open;
  #shown = null;

  constructor(item, entries) {
    this.#item = item;
    this.#entries = entries;
    this.#mark = element("p", { class: "mark-and-words" });
    this.#because = element("ul", { class: "because" });
    this.#open = element("p", { class: "open-here" });
    item.querySelector("h3").after(this.#mark);
    const details = item.querySelector("details");
    details.before(this.#because);
    details.append(this.#open);
    const links = item.querySelectorAll(".queries-here > a");
    item.querySelector(".queries-here")?.replaceWith(...[...links].map(queryHere));
  }

  /** Shows an outcome; whether the criterion applies at all is known once it is explained. */
  showOutcome(outcome) {
    const state = { true: "satisfied", false: "violated", null: "unknown" }[outcome];
    if (state === "satisfied" && this.#item.dataset.state === "other") return;
    this.#showState(state);
  }

  get state() {
    return this.#item.dataset.state;
  }

  #showState(state) {
    if (this.#item.dataset.state === state) return;
    this.#item.dataset.state = state;
    const sign = element("span", { class: "mark", "aria-hidden": "true" }, markOf(state));
    this.#mark.replaceChildren(sign, ` ${outcomeInWords(this.#item.id, state)}`);
  }

  /** Shows what decided, and what is not known, if it is another result than is shown. */
  explain(result, original) {
    this.#showState(stateOf(result));
    if (result === this.#shown) return;
    this.#shown = result;
    const reasons = result.because.map((each) => becauseItem(each, original, this.#entries));
    this.#because.replaceChildren(...reasons, ...this.#moreReasons(reasons.length - REASONS));
    const asks = result.missing.map(original).map((path) => {
      return button(labelAt(path, this.#entries), () => focusField(path), { class: "ask" });
    });
    const heading = this.#item.querySelector("h3 a");
    refill(this.#open, asks.length > 0 ? ["Not known: ", ...asks] : [], heading);
  }

  /** While it is closed: that there are so many more reasons, and a way to them. */
  #moreReasons(count) {
    if (count < 1) return [];
    const open = () => {
      const details = this.#item.querySelector("details");
      details.open = true;
      details.querySelector("summary").focus();
    };
    const words = count === 1 ? "and 1 more reason" : `and ${count} more reasons`;
    return [element("li", { class: "more-reasons" }, button(words, open, { class: "ask" }))];
  }
}

/** Other contents; who was on one of its buttons stays on the same, or else comes to `fallback`. */
function refill(target, contents, fallback) {
  const held = target.contains(document.activeElement) ? document.activeElement.textContent : null;
  target.replaceChildren(...contents);
  if (held === null) return;
  const same = [...target.querySelectorAll("button")].find((each) => each.textContent === held);
  if (same === undefined && fallback.tabIndex < 0) fallback.tabIndex = -1;
  (same ?? fallback).focus();
}

/** A query to the sponsor beside the criterion that it asks about: the words of the list of queries. */
function queryHere(link) {
  const query = document.querySelector(link.getAttribute("href"));
  link.textContent = `Question ${link.textContent} for the sponsor:`;
  const words = (name) => query.querySelector(name).textContent;
  const reading = element("b", {}, "Until answered, read as:");
  return element(
    "p",
    { class: "query" },
    link,
    ` ${words(".question")} `,
    reading,
    ` ${words(".reading")}`,
  );
}

const ANSWERS = { true: "yes", false: "no", unknown: "not known" };

/** Whether a clause says a value itself: it is the question answered, or names the option. */
function isInClause(value, { clause, outcome }) {
  const isOption = outcome === "true" && clause.toLowerCase().endsWith(value.toLowerCase());
  return isOption || value === ANSWERS[outcome];
}

/** A clause that decided, the values it decided on, and why it is not known. */
function becauseItem(because, original, entries) {
  const { clause, outcome, values, computed } = because;
  const answer = ANSWERS[outcome];
  const isSaid = values.size === 1 && isInClause([...values.values()][0], because);
  const seen = isSaid ? [] : [...values].map(([path, value]) => [original(path), value]);
  const said = [
    computed.join("; "),
    evidenceInWords(seen, entries),
    causesInWords(because, entries, original),
  ].filter(Boolean);
  return element(
    "li",
    {},
    `${clause.replace(/\?$/, "")}: `,
    element("b", {}, answer),
    said.length > 0 ? element("span", { class: "values" }, ` — ${said.join(" — ")}`) : null,
  );
}
