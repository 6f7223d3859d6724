/** Numbers and quantities as data have them: exact, in the declared range and the declared unit. */

import { JsonNumber } from "./json.js";
import { exact, number, Rational, written, ZERO } from "./numbers.js";
import { objectAt, Problem, quoted, quotedWords, undeclared } from "./problems.js";
import { Quantity } from "./values.js";

const MOST_PLACES = 20;
const QUANTITY_KEYS = ["value", "unit", "bound", "uln", "lln"];
const BOUNDS = ["<", "<=", ">", ">="];

/** Says why a value is no number. */
class NotANumber extends Error {}

/** A whole number; 3.0 is one. */
export function readWhole(value, at, found, declared) {
  const read = readNumber(value, at, found, declared);
  if (!read.isInteger) {
    found.push(new Problem(at, `${quoted(value)} is not a whole number`));
  }
  return number(read);
}

/** A number in the range that is declared for it. */
export function readNumber(value, at, found, { low, high }) {
  const read = spelledOut(value, at, found);
  if (read === null) {
    return ZERO;
  }
  if (isOutside(read, low, high)) {
    found.push(new Problem(at, `${quoted(value)} is out of range: ${rangeShown(low, high)}`));
  }
  return read;
}

function isOutside(value, low, high) {
  const isBelow = low !== undefined && value.below(exact(low));
  return isBelow || (high !== undefined && exact(high).below(value));
}

function rangeShown(low, high, unit = "") {
  if (low === undefined || high === undefined) {
    return low === undefined ? `at most ${high}${unit}` : `at least ${low}${unit}`;
  }
  return `from ${low} to ${high}${unit}`;
}

/** The number that data have, exactly; null, and a problem, where it is none. */
function spelledOut(value, at, found) {
  try {
    return numberOf(value);
  } catch (wrong) {
    if (!(wrong instanceof NotANumber)) {
      throw wrong;
    }
    found.push(new Problem(at, wrong.message));
    return null;
  }
}

/**
 * A number is spelled as in JSON, as text or not, but without an exponent, and with at most 20 digits
 * on either side of the point. Throws NotANumber.
 */
function numberOf(value) {
  if (value instanceof JsonNumber && value.kind === "whole") {
    if (value.text.replace("-", "").length > MOST_PLACES) {
      throw new NotANumber("this number has more than 20 digits");
    }
    return exact(value.text);
  }
  if (value instanceof JsonNumber && value.kind === "decimal") {
    return numberOfText(value.text, value);
  }
  if (typeof value === "string") {
    return numberOfText(value, value);
  }
  throw new NotANumber(`${quoted(value)} is not a number`);
}

function numberOfText(text, value) {
  const [, whole, decimals = ""] = /^-?([0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? [];
  if (whole === undefined) {
    throw new NotANumber(`${quoted(value)} is not a number${adviceOn(text)}`);
  }
  if (whole.length > MOST_PLACES || decimals.length > MOST_PLACES) {
    throw new NotANumber(`${quoted(value)} has more than 20 digits before or after the point`);
  }
  if (whole[0] === "0" && whole !== "0") {
    throw new NotANumber(`${quoted(value)} is not a number: it begins with a 0`);
  }
  const read = written(text);
  return read.sign === 0 ? ZERO : read;
}

function adviceOn(text) {
  if (text.includes(",")) {
    return ": decimals stand after a point, as in 12.5";
  }
  if (/^[<>≤≥]/.test(text)) {
    return ': the sign stands apart, as in "bound": "<"';
  }
  return /^[^eE]*\p{Nd}[eE]/u.test(text) ? ": it is written out, without an exponent" : "";
}

/** `{"value", "unit", "bound"?, "uln"?, "lln"?}` as a quantity in the declared unit. */
export function readQuantity(value, at, found, declared) {
  const [unit] = declared.units;
  const what = `a value with its unit, such as {"value": 1, "unit": "${unit.code}"}`;
  const data = objectAt(value, at, found, what);
  if (data !== value) {
    return null;
  }
  undeclared(data, QUANTITY_KEYS, at, found);
  if (data.get("value") === null) {
    found.push(new Problem(`${at}.value`, "is missing"));
    acceptedUnit(data.get("unit"), at, found, declared);
    return null;
  }
  return readAmount(data, at, found, declared);
}

/** The quantity in an object that has the keys of one; null where there is no value. */
export function readAmount(data, at, found, declared) {
  const given = data.get("value");
  if (given === null) {
    const beside = ["unit", "bound", "uln", "lln"].filter((key) => data.get(key) !== null);
    found.push(...beside.map((key) => new Problem(`${at}.${key}`, "is given, but no value")));
    return null;
  }
  const before = found.length;
  const unit = acceptedUnit(data.get("unit"), at, found, declared);
  const value = converted(given, `${at}.value`, found, unit);
  const { uln, lln } = limitsOfNormal(data, at, found, declared, unit);
  const bound = readBound(data.get("bound"), at, found);
  if (found.length === before && !isPossible(value, bound, declared)) {
    const allowed = rangeShown(declared.low, declared.high, ` ${declared.units[0].code}`);
    const wrong = `${bound}${quoted(given)} ${unit.code} is out of range: ${allowed}`;
    found.push(new Problem(`${at}.value`, wrong));
  }
  return new Quantity(value, bound, uln, lln);
}

function readBound(bound, at, found) {
  if (bound !== null && !BOUNDS.includes(bound)) {
    const wrong = `${quoted(bound)} is not one of '<', '<=', '>', '>='`;
    found.push(new Problem(`${at}.bound`, wrong));
  }
  return bound ?? "";
}

/** Whether the value is in the declared range, and some value there agrees with its bound. */
function isPossible(value, bound, { low, high }) {
  if (isOutside(value, low, high)) {
    return false;
  }
  const atLow = bound === "<" && low !== undefined && value.equals(exact(low));
  return !atLow && !(bound === ">" && high !== undefined && value.equals(exact(high)));
}

/** The upper and the lower limit of normal, given in the unit of the value. */
function limitsOfNormal(data, at, found, declared, unit) {
  const before = found.length;
  const limits = { uln: null, lln: null };
  for (const key of ["uln", "lln"]) {
    const limit = data.get(key);
    if (limit !== null && !declared.limits) {
      found.push(new Problem(`${at}.${key}`, "no limits of normal are declared for this"));
    }
    limits[key] = limit === null ? null : converted(limit, `${at}.${key}`, found, unit);
  }
  const { uln, lln } = limits;
  if (found.length === before && uln !== null && lln !== null && uln.below(lln)) {
    const [lower, upper] = [quoted(data.get("lln")), quoted(data.get("uln"))];
    found.push(new Problem(`${at}.lln`, `${lower} is above the upper limit, ${upper}`));
  }
  return limits;
}

/** A number in the declared unit, exactly. */
function converted(value, at, found, unit) {
  const read = spelledOut(value, at, found) ?? ZERO;
  if (unit.factor === undefined) {
    return read;
  }
  const product = read.times(exact(unit.factor)).plus(exact(unit.offset ?? "0"));
  return new Rational(product.numerator, product.denominator, placesOf(product, read, unit));
}

/** With how many decimals a converted number is shown; 0 for what is no decimal. */
function placesOf(product, read, { factor, offset }) {
  if (offset === undefined && !factor.includes("/")) {
    return read.places + (factor.split(".")[1] ?? "").length;
  }
  const most = product.denominator.toString(2).length;
  return (product.numerator * 10n ** BigInt(most)) % product.denominator === 0n ? most : 0;
}

/** The declared unit of this code; the first one, and a problem, where there is none. */
function acceptedUnit(code, at, found, { units }) {
  const unit = units.find((each) => each.code === code);
  if (unit === undefined) {
    const wrong = code === null ? "is missing" : `${quoted(code)} is not accepted`;
    const accepted = quotedWords(units.map((each) => each.code));
    found.push(new Problem(`${at}.unit`, `${wrong}; it may be ${accepted}`));
  }
  return unit ?? units[0];
}
