/** What is typed on the record: it is no part of the patient's data. */

import { visible } from "../../javascript/runtime/visible.js";
import { element } from "./elements.js";

/**
 * What was typed for one patient, kept while the page is open: `sources` are source documents by
 * criterion, `signers` names and roles.
 */
export class RecordNotes {
  unprinted = false;
  printedOn = today();
  sources = new Map();
  signers = new Map();
}

/** The day on this computer, offered as the day of printing; it is no part of any verdict. */
function today() {
  const now = new Date();
  const digits = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}

/**
 * A field to type in on the screen; on paper its text, over as many lines as it takes.
 * @param {string} label
 * @param {string} text
 * @param {RecordNotes} notes
 * @param {function(string): void} keep is told what is typed
 */
export function noted(label, text, notes, keep, attributes = {}) {
  const onPaper = element("bdi", { class: "on-paper", "aria-hidden": "true" }, text);
  const field = element("textarea", {
    rows: "1",
    "aria-label": label,
    class: "on-screen",
    ...attributes,
  });
  field.value = text;
  field.addEventListener("input", () => {
    onPaper.textContent = visible(field.value);
    keep(field.value);
    notes.unprinted = true;
  });
  return element("span", { class: "noted" }, field, onPaper);
}

/** A line to write on by hand. */
export function blankLine() {
  return element("span", { class: "blank" }, element("span", { class: "unseen" }, "not recorded"));
}
