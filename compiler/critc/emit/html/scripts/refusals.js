/** What is wrong with a patient's data: in the words of the form, and as whoever made the file has it. */

import { entryAt, pattern } from "../../javascript/runtime/entries.js";
import { labelOf, PARTS } from "../../javascript/runtime/settling.js";
import { visible } from "../../javascript/runtime/visible.js";
import { copyButton } from "./clipboard.js";
import { openDialog } from "./dialogs.js";
import { button, element } from "./elements.js";

/**
 * Lists problems, each where it stands on the page, and with its path in the file; the latter can be
 * copied, and passed on.
 * @param {string} title
 * @param {string} words what they mean for the person who reads them
 * @param {Array<{path: string, message: string}>} problems
 * @param {Object<string, Entry>} entries
 */
export function listProblems(title, words, problems, entries) {
  const region = { class: "problems", tabindex: "0", role: "region", "aria-label": "Problems" };
  const items = problems.map((each) => toldItem(each, entries));
  const list = element("ol", {}, items);
  const told = problems.map(asInFile);
  const dialog = openDialog(
    title,
    [element("p", {}, words), element("div", region, list)],
    [
      copyButton("Copy the list", () => told.join("\n")),
      button("Close", () => dialog.close(), { autofocus: true }),
    ],
  );
}

/** A problem as an item of a list: its path, and what is wrong there. */
export function problemItem({ path, message }) {
  const where = path ? [element("code", {}, element("bdi", {}, path)), ": "] : null;
  return element("li", {}, where, element("bdi", {}, message));
}

function toldItem(problem, entries) {
  const [words, exact] = [visible(problemInWords(problem, entries)), asInFile(problem)];
  if (words === exact) return element("li", {}, element("bdi", { class: "in-file" }, exact));
  return element(
    "li",
    {},
    element("bdi", {}, words),
    element("p", { class: "hint" }, "In the file: ", element("bdi", { class: "in-file" }, exact)),
  );
}

function asInFile({ path, message }) {
  return visible(path ? `${path}: ${message}` : message);
}

const OTHER_FILE = /^this is (not JSON|nested)|is not a patient's record/;
const NO_PATIENT = "This is not a patient file of this page.";

/** A problem as someone understands it who knows the form, and not the file. */
function problemInWords({ path, message }, entries) {
  if (path === "") return OTHER_FILE.test(message) ? NO_PATIENT : message;
  if (path === "protocol") return `This is a patient of another study: ${message}`;
  const [, hint] = message.match(/^is not declared(.*)$/) ?? [];
  if (hint !== undefined) return `“${path}” is not asked on this page${hint}`;
  return `${placeInWords(path, entries)} ${message}`;
}

/** What is asked at a path; of a part that the form has no words for, such as a unit, where it stands. */
function placeInWords(path, entries) {
  const end = path.lastIndexOf(".");
  const isNamed =
    Object.hasOwn(entries, pattern(path)) || Object.hasOwn(PARTS, path.slice(end + 1));
  if (end > 0 && !isNamed) return placeInWords(path.slice(0, end), entries);
  const entry = isNamed ? entryAt(entries, path) : undefined;
  if (entry === undefined) return path === "id" ? "Patient:" : `${path}:`;
  const [name, index] = path.split(/[[\]]/);
  if (index !== undefined && pattern(path) === name)
    return `${entry.question}, no. ${Number(index) + 1}:`;
  return labelOf(path, entry, entries);
}
