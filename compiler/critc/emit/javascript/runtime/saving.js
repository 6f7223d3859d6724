/** From what a form holds to the JSON text of a patient that the validator reads. */

import { JsonNumber } from "./json.js";

const SPELLED_AS_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
const JSON_INDENT = "  ";
const AMOUNT_PARTS = ["value", "unit", "bound", "uln", "lln"];

/**
 * Canonical JSON text of a patient: an indent of two blanks, names in the order of the dictionary.
 *
 * @param {object} data what a form holds, see `patientData`
 * @param {object} protocol
 * @returns {string}
 */
export function patientJson(data, protocol) {
  return `${jsonText(patientData(data, protocol))}\n`;
}

/**
 * What is known of a patient by what a form holds: for `loadPatient`, and for saving.
 *
 * A form has the shape of a patient's JSON, with text for what is typed. Blanks are left out, and units
 * without a value; what is spelled as a number of JSON becomes one. The declared names alone are
 * taken, in their order. What is empty by itself stays: `[]` says that there are none.
 */
export function patientData(data, protocol) {
  const parts = protocol.parts?.length ? [{ name: "parts", kind: "set" }] : [];
  return {
    protocol: protocol.id,
    ...givenUnder(data, ["id"]),
    ...givenValues(data, [...parts, ...protocol.facts]),
    ...givenLists(data, protocol.lists),
  };
}

function isBlank(value) {
  return value === undefined || value === null || value === "";
}

/** What is given under these keys, in their order. */
function givenUnder(data, keys) {
  const found = keys.filter((key) => !isBlank(data[key]));
  return Object.fromEntries(found.map((key) => [key, data[key]]));
}

/** What is given under these keys; nothing where all that an object has is blank. */
function givenParts(value, keys) {
  if (typeof value !== "object") {
    return value;
  }
  const parts = givenUnder(value, keys);
  const isUntouched = Object.keys(value).length > 0 && Object.keys(parts).length === 0;
  return isUntouched ? null : parts;
}

function givenValues(data, declared) {
  const values = declared
    .filter(({ name }) => !isBlank(data[name]))
    .map((one) => [one.name, givenValue(data[one.name], one.kind)]);
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}

function givenValue(value, kind) {
  switch (kind) {
    case "whole":
    case "number":
      return spelledNumber(value);
    case "quantity":
      return givenAmount(value);
    case "period":
      return givenParts(value, ["start", "end"]);
    case "judgement":
      return givenParts(value, ["answer", "by", "on"]);
    default:
      return value;
  }
}

/** A quantity, of which the unit may stand in the form before there is a value. */
function givenAmount(value) {
  const parts = givenParts(value, AMOUNT_PARTS);
  if (parts === null || typeof parts !== "object") {
    return parts;
  }
  const isUnitAlone = Object.keys(parts).join() === "unit";
  const numbers = ["value", "uln", "lln"].filter((key) => key in parts);
  const spelled = numbers.map((key) => [key, spelledNumber(parts[key])]);
  return isUnitAlone ? null : { ...parts, ...Object.fromEntries(spelled) };
}

function givenLists(data, lists) {
  const found = lists.filter(({ name }) => !isBlank(data[name]));
  return Object.fromEntries(found.map((list) => [list.name, givenList(data[list.name], list)]));
}

function givenList(value, list) {
  if (Array.isArray(value)) {
    return value.map((record) => givenRecord(record, list));
  }
  return { ...value, records: value.records.map((record) => givenRecord(record, list)) };
}

/** A record; a measured quantity has its unit and limits beside it. */
function givenRecord(record, { kind, fields }) {
  const [first, ...others] = fields;
  if (kind !== "measurement" || first.kind !== "quantity") {
    return givenValues(record, fields);
  }
  return { ...givenAmount(givenUnder(record, AMOUNT_PARTS)), ...givenValues(record, others) };
}

function spelledNumber(value) {
  const text = String(value);
  const kind = text.includes(".") ? "decimal" : "whole";
  return SPELLED_AS_NUMBER.test(text) ? new JsonNumber(text, kind) : value;
}

/** Data as JSON text; what is below the first line is indented. */
function jsonText(value, indent = "") {
  if (value instanceof JsonNumber) {
    return value.text;
  }
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  const inside = indent + JSON_INDENT;
  const items = Array.isArray(value)
    ? value.map((item) => inside + jsonText(item, inside))
    : Object.entries(value).map(
        ([key, item]) => `${inside}${JSON.stringify(key)}: ${jsonText(item, inside)}`,
      );
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return items.length ? `${open}\n${items.join(",\n")}\n${indent}${close}` : open + close;
}
