/** What answers are typed in, ticked and chosen with. */

import { element } from "./elements.js";

/** A field to type in. */
export function typedField(id, kind, described, attributes = {}) {
  return element("input", {
    type: "text",
    id,
    class: `field ${kind}`,
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": described,
    ...(kind === "date" ? { placeholder: "yyyy-mm-dd" } : {}),
    ...attributes,
  });
}

/** Buttons of which one is pressed; `""` is the one for what is not known. */
export function buttons(id, options, unknown = "not known") {
  const all = [...options, ["", unknown]];
  const inputs = all.map(([value]) =>
    element("input", { type: "radio", name: id, value, checked: value === "" }),
  );
  const labels = all.map(([value, words], i) =>
    element(
      "label",
      { class: value === "" ? "none-said" : null },
      inputs[i],
      element("span", {}, words),
    ),
  );
  const chosen = () => inputs.find((input) => input.checked)?.value ?? "";
  return {
    element: element("div", { class: "buttons-of-one" }, labels),
    read: chosen,
    write: (value) => {
      for (const input of inputs) input.checked = input.value === value;
    },
    control: () => inputs.find((input) => input.checked) ?? inputs[0],
  };
}

/** A box to tick, with its words. */
export function tickBox(id, words, attributes = {}) {
  const input = element("input", { type: "checkbox", id, ...attributes });
  return { input, label: element("label", { class: "tick" }, input, element("span", {}, words)) };
}

/** A field that is one part of an answer, under its words. */
export function labelled(words, input) {
  return element("label", { class: "part" }, element("span", {}, words), input);
}

/** What is typed in a field; undefined where nothing is. */
export const typedText = (input) => input.value.trim() || undefined;

/** A list that opens, of values and their words. */
export function selectFrom(options, attributes) {
  return element(
    "select",
    attributes,
    options.map(([value, words]) => element("option", { value }, words)),
  );
}
