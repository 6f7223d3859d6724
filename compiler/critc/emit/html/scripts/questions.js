/** A question of the form: its words, what may be answered, and what is wrong with the answer. */

import { answerFor } from "./answers.js";
import { element } from "./elements.js";

/**
 * @typedef {Object} Question
 * @property {string} path where its answer stands in the patient's JSON
 * @property {object} declared its entry of the data dictionary
 * @property {HTMLElement} element
 * @property {() => *} read the answer as the patient's JSON has it; undefined where there is none
 * @property {(value: *) => void} write
 * @property {(part: string) => HTMLElement} control the control of a part ("start"), or the first one
 */

/**
 * A question with its controls.
 *
 * @param {object} declared
 * @param {string} path
 * @returns {Question}
 */
export function makeQuestion(declared, path) {
  const id = `q-${path}`;
  const described = `${id}-hint ${id}-wrong`;
  const answer = answerFor(declared, id, described);
  const asked = declared.question;
  const words = answer.grouped
    ? element("legend", {}, asked, decider(declared))
    : element("label", { class: "asked", for: answer.id ?? id }, asked);
  const shell = element(
    answer.grouped ? "fieldset" : "div",
    {
      class: `question ${answer.kind}`,
      "data-path": path,
      "aria-describedby": answer.grouped && described,
    },
    words,
    element("p", { class: "hint", id: `${id}-hint` }, hint(declared)),
    element("div", { class: "answer" }, ...answer.elements),
    element("p", { class: "wrong", id: `${id}-wrong` }),
  );
  return {
    path,
    declared,
    element: shell,
    read: answer.read,
    write: answer.write,
    control: answer.control,
  };
}

function decider(declared) {
  return declared.role ? element("span", { class: "by" }, ` ${declared.role} decides`) : null;
}

/** What may be answered, where it is asked, and the codes: what the data dictionary says. */
function hint(declared) {
  const said = [range(declared), declared.criteria?.join(" "), declared.codes];
  return said.filter(Boolean).join(" · ");
}

function range({ kind, noun, low, high, units }) {
  const before = noun ?? { whole: "whole number", number: "number" }[kind] ?? "";
  const after = units ? units[0].shown : "";
  return `${before} ${endsInWords(low, high, after)}`.trim();
}

function endsInWords(low, high, unit) {
  if (low !== undefined && high !== undefined) return `from ${low} to ${high} ${unit}`;
  if (low !== undefined) return low === "0" && unit ? "" : `from ${low} ${unit}`;
  return high === undefined ? "" : `up to ${high} ${unit}`;
}

/** Shows what is wrong with an answer, or that nothing is. */
export function showProblem(question, message) {
  const place = question.element.querySelector(":scope > .wrong");
  if (place.textContent === message) return;
  place.textContent = message;
  const controls = question.element.querySelectorAll(":scope > .answer :is(input, select)");
  for (const control of controls) {
    if (message && control.type !== "radio" && control.type !== "checkbox") {
      control.setAttribute("aria-invalid", "true");
    } else {
      control.removeAttribute("aria-invalid");
    }
  }
}
