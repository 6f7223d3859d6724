/** What would change if moments were on the days that are tried: said, and taken only when asked. */

import { dayInWords } from "../../javascript/runtime/entries.js";
import { button, element } from "./elements.js";
import { momentName } from "./timeline-words.js";
import { changedCriteria } from "./trial.js";

/** How many changed criteria are named, and how many are spoken. */
const NAMED_CHANGES = 8;
const SPOKEN_CHANGES = 3;

/** The words about a trial, and its two ways out. */
export class WhatIf {
  #trial;
  #said = element("div");
  #shown = "";

  /**
   * @param {Trial} trial
   * @param {() => void} use takes the days that are tried
   * @param {() => void} back goes back to those that are recorded
   */
  constructor(trial, use, back) {
    this.#trial = trial;
    const buttons = [button("Use this date", use), button("Back", back)];
    this.element = element(
      "div",
      { class: "what-if", hidden: true },
      this.#said,
      element("p", { class: "buttons" }, buttons),
    );
  }

  /** Shows what changes against a result. */
  show(result) {
    this.element.hidden = !this.#trial.isOn;
    if (this.element.hidden) return;
    const changed = this.#changes(result);
    const now = JSON.stringify([[...this.#trial.days], changed]);
    if (now === this.#shown) return;
    this.#shown = now;
    this.#said.replaceChildren(...this.#words(changed));
  }

  /** The same as it is spoken; nothing where nothing is tried. */
  spoken(result) {
    if (!this.#trial.isOn) return "";
    const changed = this.#changes(result);
    const named = changed.slice(0, SPOKEN_CHANGES);
    const words = named.map(({ id, from, to }) => ` ${id}: ${from}, then ${to}.`);
    return countInWords(changed.length) + words.join("");
  }

  #changes(result) {
    return changedCriteria(result.screening, this.#trial.screening(result));
  }

  #words(changed) {
    const days = [...this.#trial.days].map(([name, day]) => {
      return `${momentName(name)} on ${dayInWords(day)}`;
    });
    const items = changed.slice(0, NAMED_CHANGES).map(changeItem);
    const rest = changed.length - NAMED_CHANGES;
    if (rest > 0) items.push(element("li", {}, `and ${rest} more`));
    const asked = element("b", {}, `What if: ${days.join(", ")}?`);
    const kept = "The patient’s answers stay as they were.";
    const said = element("p", {}, asked, ` ${countInWords(changed.length)} ${kept}`);
    return items.length > 0 ? [said, element("ul", {}, items)] : [said];
  }
}

function changeItem({ id, from, to }) {
  const link = element("a", { href: `#${id}` }, id);
  return element("li", {}, link, `: ${from} → `, element("b", {}, to));
}

function countInWords(count) {
  if (count === 0) return "No criterion changes.";
  return count === 1 ? "1 criterion changes." : `${count} criteria change.`;
}
