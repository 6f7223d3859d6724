/** What is wrong with a patient's data, in the words of the person who typed it. */

import { JsonNumber, JsonObject } from "./json.js";
import { likeness } from "./likeness.js";

const LONGEST_QUOTED = 60;
const MOST_LISTED = 40;
const MOST_DIGITS = 20;
const TOO_MANY_TO_HINT = 100;
const NEAR = 0.6;

/**
 * One thing that is wrong: where, as in `therapies[2].given.start`, and what.
 *
 * The path is empty when it is the record as a whole.
 */
export class Problem {
  constructor(path, message) {
    this.path = path;
    this.message = message;
  }

  toString() {
    return this.path ? `${this.path}: ${this.message}` : this.message;
  }
}

/** A value as a message quotes it: short, on one line, printable. */
export function quoted(value) {
  if (value === null || typeof value === "boolean") {
    return String(value);
  }
  if (typeof value === "string") {
    return quotedText(shortened(value));
  }
  if (value instanceof JsonNumber) {
    return value.kind === "whole" ? quotedWhole(value.text) : shortened(value.text);
  }
  return value instanceof JsonObject ? "an object {…}" : "a list […]";
}

function quotedWhole(text) {
  const digits = text.replace("-", "").length;
  return digits <= MOST_DIGITS ? String(BigInt(text)) : "a number of so many digits";
}

function shortened(text) {
  const characters = Array.from(text);
  const begin = characters.slice(0, LONGEST_QUOTED).join("");
  return characters.length <= LONGEST_QUOTED ? text : `${begin}…`;
}

/** A text in quotation marks, with codes for what cannot be seen. */
export function quotedText(text) {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inside = Array.from(text, (character) => {
    if (character === mark || character === "\\") {
      return `\\${character}`;
    }
    return isPrintable(character) ? character : writtenCode(character);
  });
  return mark + inside.join("") + mark;
}

/** Whether nothing in a text is invisible: no control or format character, no space but " ". */
function isPrintable(text) {
  return !/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text);
}

function writtenCode(character) {
  const known = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
  const code = character.codePointAt(0).toString(16);
  if (known || code.length <= 2) {
    return known ?? `\\x${code.padStart(2, "0")}`;
  }
  return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
}

/** The words as a message lists them, the first forty. */
export function quotedWords(words) {
  const more = words.length > MOST_LISTED ? ["…"] : [];
  return [...words.slice(0, MOST_LISTED).map(quotedText), ...more].join(", ");
}

/** The path of what stands under a key. */
export function pathUnder(at, key) {
  const isName = /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(key);
  if (isName && Array.from(key).length <= LONGEST_QUOTED) {
    return at ? `${at}.${key}` : key;
  }
  return `${at}[${quoted(key)}]`;
}

/**
 * The object that a value is; an empty one, and a problem, where it is none.
 *
 * @param {string} what it should be, for the message
 * @returns {JsonObject}
 */
export function objectAt(value, at, found, what) {
  if (!(value instanceof JsonObject)) {
    found.push(new Problem(at, `${quoted(value)} is not ${what}`));
    return new JsonObject(new Map());
  }
  found.push(...value.givenTwice.map((key) => new Problem(pathUnder(at, key), "is given twice")));
  return value;
}

/** Lists the keys of an object that are not among the known ones. */
export function undeclared(data, known, at, found) {
  for (const key of data.fields.keys()) {
    if (!known.includes(key)) {
      const hint = nearestHint(key, known, found);
      found.push(new Problem(pathUnder(at, key), `is not declared${hint}`));
    }
  }
}

/** "; did you mean 'x'?", or "": no known word is near, or too much is wrong to look. */
export function nearestHint(value, known, found) {
  const word = value instanceof JsonNumber && value.kind === "decimal" ? value.text : value;
  if (typeof word !== "string" || found.length > TOO_MANY_TO_HINT) {
    return "";
  }
  if (Array.from(word).length > LONGEST_QUOTED) {
    return "";
  }
  const near = known
    .map((each) => ({ word: each, ratio: likeness(each, word) }))
    .filter(({ ratio }) => ratio >= NEAR)
    .reduce((best, each) => (isNearer(each, best) ? each : best), null);
  return near ? `; did you mean ${quotedText(near.word)}?` : "";
}

function isNearer(one, other) {
  if (other === null || one.ratio !== other.ratio) {
    return other === null || one.ratio > other.ratio;
  }
  return one.word > other.word;
}
