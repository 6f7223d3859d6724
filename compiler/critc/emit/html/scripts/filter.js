/** Which criteria are shown: those with an outcome, and those in whose words something is found. */

import { element } from "./elements.js";
import { stateOf } from "./outcomes.js";
import { markHits, searchPattern, unmarkHits } from "./search.js";
import { announce } from "./speech.js";
import { queriesOf } from "./wording.js";

const CHOICES = [
  ["all", "All"],
  ["unknown", "Open"],
  ["violated", "Violated"],
  ["satisfied", "Satisfied"],
  ["other", "Does not apply"],
  ["query", "With query"],
];
const SHORTEST = 2;

/**
 * @param {State} state
 * @param {Element[]} criteria
 * @returns {{search: Element, choice: Element, showAll: function(): void}}
 */
export function startFilter(state, criteria) {
  return new Filter(state, criteria);
}

class Filter {
  #criteria;
  #states = new Map();
  #withQuery;
  #hits = null;
  #opened = [];
  #field;
  #radios;
  #told = element("p", { class: "found" });

  constructor(state, criteria) {
    this.#criteria = criteria;
    this.#withQuery = new Set(
      criteria.map(({ id }) => id).filter((id) => queriesOf(id).length > 0),
    );
    this.#field = element("input", {
      type: "search",
      id: "search",
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => this.#find(),
      onkeydown: (event) => this.#onKey(event),
    });
    this.#radios = CHOICES.map(([value]) =>
      element("input", {
        type: "radio",
        name: "show",
        value,
        checked: value === "all",
        onchange: () => this.#choose(),
      }),
    );
    this.search = this.#searchBox();
    this.choice = this.#choiceBox();
    this.#show();
    state.subscribe(({ result }) => this.#follow(result));
  }

  /** Shows all criteria again. */
  showAll = () => {
    this.#field.value = "";
    this.#radios[0].checked = true;
    this.#find();
  };

  #searchBox() {
    const label = element("label", { for: "search" }, "Search in the criteria");
    return element("div", { class: "search", role: "search" }, label, this.#field, this.#told);
  }

  #choiceBox() {
    const choices = this.#radios.map((radio, i) =>
      element("label", {}, radio, ` ${CHOICES[i][1]} `, element("span", { class: "count" })),
    );
    return element("fieldset", { class: "show" }, element("legend", {}, "Show"), choices);
  }

  // ---- what changes it ----

  #onKey(event) {
    if (event.key !== "Escape" || this.#field.value === "") return;
    event.preventDefault();
    this.#field.value = "";
    this.#find();
  }

  #find() {
    this.#clearHits();
    const sought = this.#field.value.trim();
    if (sought.length >= SHORTEST) {
      const pattern = searchPattern(sought);
      this.#hits = new Map(
        this.#criteria.map((each) => [each.id, this.#hitsIn(each, pattern, sought)]),
      );
    }
    this.#show();
    announce(this.#told.textContent, "search");
  }

  #hitsIn(criterion, pattern, sought) {
    const wording = criterion.querySelector("details.wording");
    const read = markHits(wording, pattern);
    if (read > 0 && !wording.open) {
      wording.open = true;
      this.#opened.push(wording);
    }
    const hits = markHits(criterion.querySelector("blockquote"), pattern) + read;
    return hits || Number(criterion.id.toLowerCase() === sought.toLowerCase());
  }

  #clearHits() {
    for (const criterion of this.#criteria) unmarkHits(criterion);
    for (const wording of this.#opened) wording.open = false;
    this.#opened = [];
    this.#hits = null;
  }

  #choose() {
    this.#show();
    announce(this.#told.textContent || `All ${this.#criteria.length} criteria`, "search");
  }

  #follow({ screening }) {
    const changed = screening.criteria.filter(
      (each) => this.#states.get(each.id) !== stateOf(each),
    );
    if (changed.length === 0) return;
    for (const each of changed) this.#states.set(each.id, stateOf(each));
    this.#show();
  }

  // ---- what it shows ----

  #show() {
    const chosen = this.#radios.find((radio) => radio.checked).value;
    for (const criterion of this.#criteria) {
      criterion.hidden = !(this.#isIn(criterion.id, chosen) && this.#isFound(criterion.id));
    }
    for (const radio of this.#radios) this.#showCount(radio);
    this.#told.textContent = this.#inWords(chosen);
  }

  #isIn(id, choice) {
    if (choice === "all") return true;
    return choice === "query" ? this.#withQuery.has(id) : this.#states.get(id) === choice;
  }

  #isFound(id) {
    return this.#hits === null || this.#hits.get(id) > 0;
  }

  #showCount(radio) {
    const count = this.#criteria.filter(({ id }) => this.#isIn(id, radio.value)).length;
    radio.parentElement.querySelector(".count").textContent = count;
  }

  #inWords(chosen) {
    const typed = this.#field.value.trim();
    if (typed && typed.length < SHORTEST) return `Type at least ${SHORTEST} characters.`;
    if (chosen === "all" && this.#hits === null) return "";
    const shown = this.#criteria.filter(({ hidden }) => !hidden);
    const of = `${shown.length} of ${this.#criteria.length} criteria`;
    if (this.#hits === null) return of;
    const hits = shown.reduce((sum, { id }) => sum + this.#hits.get(id), 0);
    return `${of}, ${hits} ${hits === 1 ? "hit" : "hits"}`;
  }
}
