/** The data dictionary, and values in words. */

import { civil } from "./days.js";
import { shortened } from "./numbers.js";
import { namedLast } from "./terms.js";
import { Choices, PartialDate, Period, Quantity, Records } from "./values.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * What the data dictionary says of a fact, a field or a list.
 *
 * `kind` is "yes/no", "whole", "number", "quantity", "date", "period", "choice", "set", "text" or
 * "list"; `labels` are the options in words; `low` and `high` the declared range, or null.
 */
export class Entry {
  constructor(kind, question, ...more) {
    const [[unit = ""], { low = null, high = null, orNone = false, labels = {} }] = namedLast(more);
    this.kind = kind;
    this.question = question;
    this.unit = unit;
    this.low = low;
    this.high = high;
    this.orNone = orNone;
    this.labels = new Map(Object.entries(labels));
  }
}

/** A path without the numbers of records: `therapies.given.end` of `therapies[0].given.end`. */
export function pattern(path) {
  return path.replace(/\[[^\]]*\]/g, "");
}

/** The entry of a path; the ends of a period have that of the period. */
export function entryAt(dictionary, path) {
  const name = pattern(path);
  return dictionary[name] ?? dictionary[name.slice(0, name.lastIndexOf("."))];
}

const SIGNS = { "": "", "<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ " };

/**
 * A recorded value as people read it.
 * @param {any} value a boolean, text, a day, a Rational, or another of the values of a record
 * @param {Entry} entry
 * @returns {string}
 */
export function inWords(value, entry) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return entry.labels.get(value) ?? value;
  if (typeof value === "number" || value instanceof PartialDate) return dayInWords(value);
  if (value instanceof Quantity) return SIGNS[value.bound] + amount(value.value, entry.unit);
  if (value instanceof Period) return `${endInWords(value.start)} to ${endInWords(value.end)}`;
  if (value instanceof Choices) return choicesInWords(value, entry);
  return value instanceof Records ? recordsInWords(value) : amount(value, entry.unit);
}

/** A number and its unit. */
export function amount(value, unit) {
  return `${numberInWords(value)} ${unit}`.trim();
}

const FEW_DIGITS = 4;

/** A number as a decimal, with the places that data spell; one that is none, to a few digits. */
function numberInWords(value) {
  let rest = value.denominator;
  for (const factor of [2n, 5n]) {
    while (rest % factor === 0n) rest /= factor;
  }
  if (rest !== 1n) return `about ${numberInWords(shortened(value, FEW_DIGITS))}`;
  let { places } = value;
  while ((value.numerator * 10n ** BigInt(places)) % value.denominator !== 0n) places += 1;
  return value.toFixed(places);
}

/** A date written out: 15 February 2026, February 2026, 2026. */
export function dayInWords(day) {
  if (day instanceof PartialDate) {
    const [first, last] = [civil(day.first), civil(day.last)];
    const isMonth = first.year === last.year && first.month === last.month;
    return isMonth ? `${MONTHS[first.month - 1]} ${first.year}` : day.text;
  }
  const written = civil(day);
  return `${written.day} ${MONTHS[written.month - 1]} ${written.year}`;
}

/** An end of a period. */
function endInWords(day) {
  if (day === null) return "not known";
  return typeof day === "string" ? day : dayInWords(day);
}

/** The options of a set. */
function choicesInWords(value, entry) {
  const named = [...value.values].sort().map((each) => entry.labels.get(each) ?? each);
  return `${named.join(", ") || "none"}${value.complete ? "" : ", perhaps more"}`;
}

/** Which of two lists of numbers comes first: below 0, 0 or above 0, for sorting. */
export function inOrder(one, other) {
  const at = one.findIndex((each, index) => each !== other[index]);
  if (at < 0) return one.length - other.length;
  return at < other.length ? one[at] - other[at] : 1;
}

/** How many records there are. */
function recordsInWords({ items, complete }) {
  const count = items.length;
  const listed = count === 0 ? "none" : count === 1 ? "1 record" : `${count} records`;
  if (complete) return listed;
  return count > 0 ? `${listed}, perhaps more` : "perhaps some";
}

// Where the names of a dictionary stand in it; worked out once for each.
const orders = new WeakMap();

/** The places of the names of a dictionary. */
function orderOf(dictionary) {
  if (!orders.has(dictionary)) {
    orders.set(dictionary, new Map(Object.keys(dictionary).map((name, at) => [name, at])));
  }
  return orders.get(dictionary);
}

/** Where a path stands in the dictionary: for sorting with `inOrder`. */
export function placeOf(path, dictionary) {
  const [, name, index, field, side = ""] = path.match(STEPS);
  const order = orderOf(dictionary);
  const end = ["", "end", "start"].indexOf(side);
  if (field === undefined) return [order.get(name), -1, -1, end];
  return [order.get(name), Number(index), order.get(`${name}.${field}`), end];
}

// "therapies[0].given.end": the name, and of a record its number, the field and an end of a period.
const STEPS = /^([^.[]+)(?:\[(\d+)\]\.([^.]+))?(?:\.(.+))?$/;
