/** Copying text, also where a page that was opened from a file may not reach the clipboard. */

import { openDialog } from "./dialogs.js";
import { button, element } from "./elements.js";
import { announce } from "./speech.js";

/** A button that copies what `text()` gives, and says so. Its words begin with "Copy". */
export function copyButton(words, text, attributes = {}) {
  const copying = button(
    words,
    async () => {
      if (await copyText(text())) sayCopied(copying, words);
    },
    attributes,
  );
  return copying;
}

function sayCopied(copying, words) {
  copying.textContent = words.replace("Copy", "Copied");
  announce(copying.textContent);
  setTimeout(() => {
    copying.textContent = words;
  }, 2000);
}

/** Copies a text; where the browser does not let it, shows it selected, to be copied by hand. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    offerText(text);
    return false;
  }
}

function offerText(text) {
  const field = element("textarea", { readonly: true, rows: "10", "aria-label": "Text to copy" });
  field.value = text;
  const words = element("p", {}, "The text is selected: Ctrl+C (on a Mac: ⌘C) copies it.");
  const dialog = openDialog(
    "Copy this text",
    [words, field],
    [button("Close", () => dialog.close())],
  );
  field.select();
}
