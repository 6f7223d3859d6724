/**
 * Reading a patient's data: each reader gives the value, or a problem and its path.
 *
 * A reader takes what the data have at a path and appends what is wrong to `found`; what it returns
 * then is of no use, since a record with a problem is refused. Absent and null mean "not known" and
 * never come to the reader of a value. Nothing is converted but units, and those exactly.
 */

import { daysInMonth, ordinal } from "./days.js";
import { asJson, decodedText, InvalidJson, JsonObject, parsedJson } from "./json.js";
import {
  nearestHint,
  objectAt,
  Problem,
  quoted,
  quotedText,
  quotedWords,
  undeclared,
} from "./problems.js";
import { readAmount, readNumber, readQuantity, readWhole } from "./quantities.js";
import { Choices, PartialDate, Period, Records } from "./values.js";

const WRITTEN_DATE = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;
const FIRST_YEAR = 1000;
const LAST_YEAR = 2999;
const BESIDE_VALUE = ["unit", "bound", "uln", "lln"];

/**
 * The patient in JSON text, or in the bytes of a file.
 *
 * @param {string | Uint8Array} text
 * @param {object} protocol its facts, lists and parts
 * @returns {{patient: object | null, problems: Problem[]}} no patient where there are problems
 */
export function readPatient(text, protocol) {
  try {
    const data = parsedJson(typeof text === "string" ? text : decodedText(text));
    return loadPatient(data, protocol);
  } catch (wrong) {
    if (!(wrong instanceof InvalidJson)) {
      throw wrong;
    }
    return { patient: null, problems: [new Problem("", wrong.message)] };
  }
}

/**
 * The patient in data: what `parsedJson` gives, or plain objects of the same shape.
 *
 * @returns {{patient: object | null, problems: Problem[]}} no patient where there are problems
 */
export function loadPatient(data, protocol) {
  const found = [];
  const patient = readRecordOfPatient(asJson(data), found, protocol);
  return { patient: found.length ? null : patient, problems: found };
}

function readRecordOfPatient(value, found, protocol) {
  const { facts, lists } = protocol;
  const parts = protocol.parts?.length ? [{ name: "parts", options: protocol.parts }] : [];
  const declared = [...parts, ...facts, ...lists].map(({ name }) => name);
  const data = objectAt(value, "", found, "a patient's record, an object with named facts");
  undeclared(data, ["id", ...declared, "protocol"], "", found);
  checkProtocol(data.get("protocol"), found, protocol.id);
  const id = data.get("id");
  return {
    id: id === null ? "" : readText(id, "id", found),
    ...readFields([...parts.map((each) => ({ ...each, kind: "set" })), ...facts], data, "", found),
    ...Object.fromEntries(lists.map((list) => [list.name, readList(list, data, found)])),
  };
}

function checkProtocol(value, found, protocol) {
  if (value !== null && value !== protocol) {
    const wrong = `${quoted(value)} is not ${quotedText(protocol)}, which this is for`;
    found.push(new Problem("protocol", wrong));
  }
}

/** The values of declared facts or fields, by name; null where nothing is given. */
function readFields(declared, data, at, found) {
  const values = declared.map((one) => {
    const value = data.get(one.name);
    const path = at ? `${at}.${one.name}` : one.name;
    return [one.name, value === null ? null : readValue(value, path, found, one)];
  });
  return Object.fromEntries(values);
}

function readValue(value, at, found, declared) {
  switch (declared.kind) {
    case "yes/no":
      return readYesNo(value, at, found);
    case "judgement":
      return readJudgement(value, at, found);
    case "whole":
      return readWhole(value, at, found, declared);
    case "number":
      return readNumber(value, at, found, declared);
    case "quantity":
      return readQuantity(value, at, found, declared);
    case "date":
      return declared.orNone && value === "none" ? value : readDate(value, at, found);
    case "period":
      return declared.orNone && value === "none" ? value : readPeriod(value, at, found);
    case "choice":
      return readChoice(value, at, found, namesOf(declared.options));
    case "set":
      return readSet(value, at, found, namesOf(declared.options));
    case "text":
      return readText(value, at, found);
    default:
      throw new TypeError(`no fact is of the kind ${declared.kind}`);
  }
}

function namesOf(options) {
  return options.map(({ name }) => name);
}

// ---- lists ----

function readList(list, data, found) {
  const value = data.get(list.name);
  if (value === null) {
    return null;
  }
  const what = "a list of records ([] where there are none)";
  const { items, complete } = readItems(value, list.name, found, "records", what);
  const records = items.map((item, i) => readRecord(item, `${list.name}[${i}]`, found, list));
  return new Records(records, complete);
}

/** The items of `[…]` or `{key: […], "complete": false}`, and whether they are all. */
function readItems(value, at, found, key, what) {
  if (Array.isArray(value)) {
    return { items: value, complete: true };
  }
  const data = objectAt(value, at, found, what);
  if (data !== value) {
    return { items: [], complete: true };
  }
  undeclared(data, [key, "complete"], at, found);
  const [items, complete] = [data.get(key), data.get("complete")];
  if (!Array.isArray(items)) {
    const wrong = items === null ? "is missing" : `${quoted(items)} is not a list`;
    found.push(new Problem(`${at}.${key}`, wrong));
  }
  if (typeof complete !== "boolean") {
    const wrong = complete === null ? "is missing" : `${quoted(complete)} is not true or false`;
    found.push(new Problem(`${at}.complete`, wrong));
  }
  return { items: Array.isArray(items) ? items : [], complete: complete === true };
}

function readRecord(value, at, found, list) {
  const names = namesOf(list.fields);
  const data = objectAt(value, at, found, "a record, an object with named fields");
  const [first, ...others] = list.fields;
  if (list.kind !== "measurement" || first.kind !== "quantity") {
    undeclared(data, names, at, found);
    return readFields(list.fields, data, at, found);
  }
  // A measured quantity has no object of its own: its unit and limits are keys of the record.
  undeclared(data, [...names, ...BESIDE_VALUE], at, found);
  const measured = readAmount(data, at, found, first);
  return { [first.name]: measured, ...readFields(others, data, at, found) };
}

// ---- answers, choices, text ----

function readYesNo(value, at, found) {
  if (typeof value !== "boolean") {
    found.push(new Problem(at, `${quoted(value)} is not true or false`));
  }
  return value;
}

/** "yes", "no", "not yet", or an object with such an answer, by whom and when. */
function readJudgement(value, at, found) {
  if (value instanceof JsonObject) {
    return readSignedJudgement(value, at, found);
  }
  if (!["yes", "no", "not yet"].includes(value)) {
    found.push(new Problem(at, `${quoted(value)} is not one of 'yes', 'no', 'not yet'`));
  }
  return { yes: true, no: false }[value] ?? null;
}

function readSignedJudgement(value, at, found) {
  const data = objectAt(value, at, found, "a judgement");
  undeclared(data, ["answer", "by", "on"], at, found);
  const [answer, by, on] = ["answer", "by", "on"].map((key) => data.get(key));
  if (by !== null) {
    readText(by, `${at}.by`, found);
  }
  if (on !== null) {
    readDate(on, `${at}.on`, found);
  }
  if (answer === null || answer instanceof JsonObject) {
    const wrong = answer === null ? "is missing" : `${quoted(answer)} is not an answer`;
    found.push(new Problem(`${at}.answer`, wrong));
    return null;
  }
  return readJudgement(answer, `${at}.answer`, found);
}

function readChoice(value, at, found, options) {
  if (!options.includes(value)) {
    const hint = nearestHint(value, options, found);
    found.push(new Problem(at, `${quoted(value)} is not one of ${quotedWords(options)}${hint}`));
  }
  return value;
}

function readSet(value, at, found, options) {
  const { items, complete } = readItems(value, at, found, "values", "a list of choices");
  const values = new Set();
  items.forEach((item, i) => {
    if (values.has(item) && options.includes(item)) {
      found.push(new Problem(`${at}[${i}]`, `${quoted(item)} is listed twice`));
    }
    values.add(readChoice(item, `${at}[${i}]`, found, options));
  });
  return new Choices(values, complete);
}

function readText(value, at, found) {
  if (typeof value !== "string") {
    found.push(new Problem(at, `${quoted(value)} is not text`));
  } else if (/[\0\p{Cs}]/u.test(value)) {
    found.push(new Problem(at, `${quoted(value)} has a character that is not text`));
  }
  return value;
}

// ---- dates and periods ----

/** A day, or the month or the year in which it lies; years run from 1000 to 2999. */
function readDate(value, at, found) {
  const shape = typeof value === "string" ? WRITTEN_DATE.exec(value) : null;
  if (shape === null) {
    const wrong = "is not a date, such as '2026-03-02', '2026-03' or '2026'";
    found.push(new Problem(at, `${quoted(value)} ${wrong}`));
    return null;
  }
  const [year, month, day] = shape.slice(1).map((part) => (part ? Number(part) : null));
  const wrong = impossible(year, month ?? 1, day ?? 1);
  if (wrong) {
    found.push(new Problem(at, `${quoted(value)} is not a date: ${wrong}`));
    return null;
  }
  if (day !== null) {
    return ordinal(year, month, day);
  }
  return month === null ? PartialDate.ofYear(year) : PartialDate.ofMonth(year, month);
}

/** What no calendar has in this date, or "". */
function impossible(year, month, day) {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return `years run from ${FIRST_YEAR} to ${LAST_YEAR}`;
  }
  if (month < 1 || month > 12) {
    return `there is no month ${String(month).padStart(2, "0")}`;
  }
  const days = daysInMonth(year, month);
  return day >= 1 && day <= days ? "" : `this month has the days 01 to ${days}`;
}

/** `{"start", "end"}`, either of which may be left out; the end may be "ongoing". */
function readPeriod(value, at, found) {
  const what = 'a period, such as {"start": "2026-01", "end": "ongoing"}';
  const data = objectAt(value, at, found, what);
  undeclared(data, ["start", "end"], at, found);
  const [start, end] = [data.get("start"), data.get("end")];
  const first = start === null ? null : readDate(start, `${at}.start`, found);
  const last = end === null || end === "ongoing" ? end : readDate(end, `${at}.end`, found);
  return new Period(first, last);
}
