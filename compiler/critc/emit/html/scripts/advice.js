/** How to write an answer that could not be read, for the person who typed it. */

import { visible } from "../../javascript/runtime/visible.js";

const DAY_FIRST = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?$/;
const SIGN_BEFORE = /^[<>≤≥=]/;

/**
 * What to show at a field.
 *
 * @param {string} kind "date", "period", "quantity" …
 * @param {*} text what was typed
 * @param {string} message what the reader of the data says of it
 * @returns {string}
 */
export function fieldAdvice(kind, text, message) {
  const typed = typeof text === "string" ? text.trim() : "";
  const better = dayAdvice(typed) || (SIGN_BEFORE.test(typed) && kind === "quantity" && signAdvice);
  return visible(better || message);
}

const signAdvice = "Choose the sign before the field; only the number stands in it.";

function dayAdvice(typed) {
  const [, first, mark, second, year] = typed.match(DAY_FIRST) ?? [];
  if (year) {
    const dayFirst = hyphenated(year, second, first);
    const monthFirst = hyphenated(year, first, second);
    const either = mark === "/" && Number(first) <= 12 && Number(second) <= 12 && first !== second;
    return either
      ? `Write the year first: ${dayFirst} if the day stands first here, ${monthFirst} if the month does.`
      : `Write the year first: ${Number(second) > 12 ? monthFirst : dayFirst}.`;
  }
  const [, begin, month, day] = typed.match(YEAR_FIRST) ?? [];
  return begin ? `Write it with hyphens: ${hyphenated(begin, month, day)}.` : "";
}

function hyphenated(year, month, day) {
  return [year, month, day]
    .filter(Boolean)
    .map((part) => part.padStart(2, "0"))
    .join("-");
}
