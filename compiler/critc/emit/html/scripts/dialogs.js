/** Dialogs: what must be read or answered before the page goes on. */

import { button, element } from "./elements.js";

let opened = 0;

/** A modal dialog, open. It is taken away when it closes; the focus returns to where it was. */
export function openDialog(title, content, buttons) {
  opened += 1;
  const heading = element("h2", { id: `dialog-${opened}` }, title);
  const tools = element("div", { class: "buttons" }, buttons);
  const dialog = element("dialog", { "aria-labelledby": heading.id }, heading, content, tools);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Whether a dialog waits for an answer. */
export function isAsking() {
  return document.querySelector("dialog[open]") !== null;
}

/**
 * Asks before something is lost. Escape and the first button, which has the focus, mean no.
 * @param {{title: string, words: string, no: string, yes: string}} question
 * @returns {Promise<boolean>}
 */
export function confirmed({ title, words, no, yes }) {
  return new Promise((resolve) => {
    const dialog = openDialog(
      title,
      [element("p", {}, words)],
      [
        button(no, () => dialog.close("no"), { autofocus: true }),
        button(yes, () => dialog.close("yes"), { class: "danger" }),
      ],
    );
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"));
  });
}
