/** What is wrong with a patient's data, told so that it can be passed on. */

import { visible } from "../../javascript/runtime/visible.js";
import { copyButton } from "./clipboard.js";
import { openDialog } from "./dialogs.js";
import { button, element } from "./elements.js";

/**
 * Lists problems, each with its path; they can be copied.
 * @param {string} title
 * @param {string} words what they mean for the person who reads them
 * @param {Array<{path: string, message: string}>} problems
 */
export function listProblems(title, words, problems) {
  const region = { class: "problems", tabindex: "0", role: "region", "aria-label": "Problems" };
  const list = element("ol", {}, problems.map(problemItem));
  const told = problems.map(({ path, message }) => visible(path ? `${path}: ${message}` : message));
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
