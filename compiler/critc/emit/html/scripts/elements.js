/** How all scripts make elements: text is only ever text, and never hides what it holds. */

import { visible } from "../../javascript/runtime/visible.js";

/**
 * An element. Attributes that are null, undefined or false are left out, true ones are empty; keys
 * that begin with "on" are listeners ("onclick"). Children are nodes or text; null, undefined and
 * false are left out, lists are spread. Characters of a text that hide or reorder others are written
 * out.
 * @param {string} name
 * @param {Object<string, *>} attributes
 * @param {...(Node|string|number|Array|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (!isGiven(value)) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  const given = children.flat(Infinity).filter(isGiven);
  made.append(...given.map((child) => (child instanceof Node ? child : visible(String(child)))));
  return made;
}

function isGiven(value) {
  return value !== null && value !== undefined && value !== false;
}

/** A button that does no more than call its listener. */
export function button(words, onclick, attributes = {}) {
  return element("button", { type: "button", onclick, ...attributes }, words);
}
