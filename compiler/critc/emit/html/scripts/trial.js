/** What would be if moments of the protocol were on other days; the patient's data stay as they are. */

import { civil, daysInMonth, ordinal } from "../../javascript/runtime/days.js";
import { Live } from "../../javascript/runtime/live.js";
import { outcomeInWords } from "./outcomes.js";

/** Days that are tried for moments. */
export class Trial {
  #protocol;
  #live = null;
  #base = null;
  #screened = null;
  #names = new Set();
  days = new Map();

  constructor(protocol) {
    this.#protocol = protocol;
  }

  /** Tries a day for a moment; null, or the day that is recorded, tries none. */
  set(name, day, recorded) {
    if (day === null || day === recorded) this.days.delete(name);
    else this.days.set(name, day);
  }

  get isOn() {
    return this.days.size > 0;
  }

  /** The patient with the days that are tried. */
  patient(base) {
    return this.isOn ? { ...base, ...Object.fromEntries(this.days) } : base;
  }

  /** The screening of that patient. */
  screening({ patient, screening }) {
    if (!this.isOn) return screening;
    const key = JSON.stringify([...this.days]);
    if (this.#base === patient && this.#screened?.key === key) return this.#screened.result;
    this.#live ??= new Live(this.#protocol);
    for (const name of this.days.keys()) this.#names.add(name);
    const changed = this.#base === patient ? this.#names : null;
    this.#base = patient;
    this.#screened = { key, result: this.#live.screen(this.patient(patient), changed) };
    return this.#screened.result;
  }
}

/**
 * The criteria whose outcome differs between two screenings.
 * @returns {Array<{id: string, from: string, to: string}>} with the outcomes in words
 */
export function changedCriteria(before, after) {
  const words = (id, outcome) =>
    outcomeInWords(id, { true: "satisfied", false: "violated", null: "unknown" }[outcome]);
  const differs = ([id, outcome]) => outcome !== before.outcomes[id];
  return Object.entries(after.outcomes)
    .filter(differs)
    .map(([id, outcome]) => ({ id, from: words(id, before.outcomes[id]), to: words(id, outcome) }));
}

// ---- days as they are typed ----

/** The day that a text such as 2026-03-02 names; null for other texts. */
export function typedDay(text) {
  const [, year, month, day] = text.match(/^(\d{4})-(\d{2})-(\d{2})$/)?.map(Number) ?? [];
  const isDay =
    year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay ? ordinal(year, month, day) : null;
}

/** The same text of a day. */
export function dayAsTyped(at) {
  const { year, month, day } = civil(at);
  return [
    String(year).padStart(4, "0"),
    String(month).padStart(2, "0"),
    String(day).padStart(2, "0"),
  ].join("-");
}
