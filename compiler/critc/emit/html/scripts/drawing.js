/** How the pictures are drawn: elements of SVG, and the shapes that tell outcomes apart. */

import { visible } from "../../javascript/runtime/visible.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element of SVG. Attributes that are null, undefined or false are left out; children are nodes
 * or text.
 */
export function drawn(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  const given = children.flat(Number.POSITIVE_INFINITY).filter((child) => child !== null);
  made.append(...given.map((child) => (child instanceof Node ? child : visible(String(child)))));
  return made;
}

/** The name of an outcome in `data-outcome`, by which the styles colour it. */
export function outcomeName(outcome) {
  return outcome === null ? "unknown" : String(outcome);
}

/** A disc with a tick, a square with a cross, or a rhomb with a query; about a point. */
export function outcomeShape(outcome) {
  if (outcome === null)
    return [
      drawn("path", { d: "M-8 0 0-8 8 0 0 8z" }),
      drawn("path", { class: "sign", d: "M-2-2a2 2 0 1 1 2 2.6v.6M0 3.6v.1" }),
    ];
  if (outcome)
    return [
      drawn("circle", { r: 7 }),
      drawn("path", { class: "sign", d: "M-3.5.2-1 2.7 3.5-2.5" }),
    ];
  return [
    drawn("rect", { x: -6.5, y: -6.5, width: 13, height: 13, rx: 1 }),
    drawn("path", { class: "sign", d: "M-3-3 3 3M3-3-3 3" }),
  ];
}

/** The same as a picture of its own. What it says stands beside it in words. */
export function outcomeMark(outcome) {
  const attributes = { class: "shape", viewBox: "-9 -9 18 18", "aria-hidden": "true" };
  return drawn(
    "svg",
    { ...attributes, "data-outcome": outcomeName(outcome) },
    outcomeShape(outcome),
  );
}
