/**
 * JSON text read exactly: numbers keep their spelling, objects the order of their keys. Of text that
 * is no JSON it is said in which line and column.
 */

const JSON_DEEPEST = 990;
const LONGEST_WHOLE = 4300; // Python reads no whole number of more digits
const LONGEST_COUNTED = 40;
const JSON_SPACE = /[ \t\n\r]*/y;
const JSON_NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const JSON_WORD = /null|true|false|NaN|-?Infinity/y;
const JSON_WORDS = { null: null, true: true, false: false };
const JSON_PLAIN = /[ !#-[\]-\u{10ffff}]*/uy; // neither quotes, backslashes nor control characters
const HEXADECIMAL = /^[0-9a-fA-F]{4}$/;
const JSON_ESCAPES = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** A number as JSON text spells it; `kind` is "whole", "decimal" or, for NaN and the like, "none". */
export class JsonNumber {
  constructor(text, kind) {
    this.text = text;
    this.kind = kind;
  }
}

/** An object of JSON: a Map of its values by key, and the keys that are given more than once. */
export class JsonObject {
  constructor(fields, givenTwice = []) {
    this.fields = fields;
    this.givenTwice = givenTwice;
  }

  /** What stands under a key; null where nothing does. */
  get(key) {
    return this.fields.get(key) ?? null;
  }
}

/** Says why text cannot be read as JSON. */
export class InvalidJson extends Error {}

/**
 * What JSON text holds: null, booleans, strings, arrays, `JsonNumber` and `JsonObject`.
 *
 * @param {string} text
 * @throws {InvalidJson}
 */
export function parsedJson(text) {
  return new JsonReader(text).whole();
}

class JsonReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.depth = 0;
    this.numbers = [];
  }

  whole() {
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) {
      this.fail("Extra data", this.at);
    }
    this.keepSpellings();
    return value;
  }

  /** Beside a whole number of thousands of digits, all long ones count as they are spelled. */
  keepSpellings() {
    const isHuge = (number) => number.text.replace("-", "").length > LONGEST_WHOLE;
    if (this.numbers.some((number) => number.kind === "whole" && isHuge(number))) {
      for (const number of this.numbers) {
        number.kind = number.text.length < LONGEST_COUNTED ? number.kind : "decimal";
      }
    }
  }

  value() {
    switch (this.text[this.at]) {
      case '"':
        return this.string();
      case "{":
        return this.nested(() => this.object());
      case "[":
        return this.nested(() => this.array());
      default:
        return this.scalar();
    }
  }

  nested(read) {
    this.depth += 1;
    if (this.depth > JSON_DEEPEST) {
      throw new InvalidJson("this is nested too deeply");
    }
    this.at += 1;
    this.skipSpace();
    const value = read();
    this.depth -= 1;
    return value;
  }

  object() {
    const fields = new Map();
    const twice = new Set();
    while (!this.takes("}")) {
      if (fields.size > 0) {
        this.expect(",");
      }
      if (this.text[this.at] !== '"') {
        this.fail("Expecting property name enclosed in double quotes", this.at);
      }
      const key = this.string();
      this.skipSpace();
      this.expect(":");
      if (fields.has(key)) {
        twice.add(key);
      }
      fields.set(key, this.value());
      this.skipSpace();
    }
    return new JsonObject(
      fields,
      [...fields.keys()].filter((key) => twice.has(key)),
    );
  }

  array() {
    const items = [];
    while (!this.takes("]")) {
      if (items.length > 0) {
        this.expect(",");
      }
      items.push(this.value());
      this.skipSpace();
    }
    return items;
  }

  scalar() {
    const word = this.matched(JSON_WORD);
    if (word) {
      return word[0] in JSON_WORDS ? JSON_WORDS[word[0]] : new JsonNumber(word[0], "none");
    }
    const number = this.matched(JSON_NUMBER);
    if (!number) {
      return this.fail("Expecting value", this.at);
    }
    const read = new JsonNumber(number[0], number[1] || number[2] ? "decimal" : "whole");
    this.numbers.push(read);
    return read;
  }

  string() {
    const begin = this.at;
    this.at += 1;
    let text = "";
    for (;;) {
      text += this.matched(JSON_PLAIN)[0];
      const next = this.text[this.at];
      if (next === undefined) {
        this.fail("Unterminated string starting at", begin);
      }
      if (next === '"') {
        this.at += 1;
        return text;
      }
      if (next !== "\\") {
        this.fail("Invalid control character at", this.at);
      }
      text += this.escaped(begin);
    }
  }

  escaped(begin) {
    const kind = this.text[this.at + 1];
    if (kind === undefined) {
      this.fail("Unterminated string starting at", begin);
    }
    if (kind !== "u") {
      if (!Object.hasOwn(JSON_ESCAPES, kind)) {
        this.fail("Invalid \\escape", this.at);
      }
      this.at += 2;
      return JSON_ESCAPES[kind];
    }
    const code = this.text.slice(this.at + 2, this.at + 6);
    if (!HEXADECIMAL.test(code) || this.at + 6 >= this.text.length) {
      this.fail("Invalid \\uXXXX escape", this.at + 1);
    }
    this.at += 6;
    return String.fromCharCode(parseInt(code, 16));
  }

  takes(sign) {
    const found = this.text[this.at] === sign;
    this.at += found ? 1 : 0;
    return found;
  }

  expect(sign) {
    if (!this.takes(sign)) {
      this.fail(`Expecting '${sign}' delimiter`, this.at);
    }
    this.skipSpace();
  }

  skipSpace() {
    this.matched(JSON_SPACE);
  }

  /** What a pattern matches here, which is then behind; null if it does not. */
  matched(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.at += found ? found[0].length : 0;
    return found;
  }

  fail(message, at) {
    const lines = this.text.slice(0, at).split("\n");
    const column = Array.from(lines.at(-1)).length + 1;
    throw new InvalidJson(`this is not JSON: line ${lines.length}, column ${column}: ${message}`);
  }
}

/**
 * The text of a file. A mark of its byte order is left out.
 *
 * @param {Uint8Array} bytes in UTF-8
 * @throws {InvalidJson} which says where it is not
 */
export function decodedText(bytes) {
  const marked = [0xef, 0xbb, 0xbf].every((byte, i) => bytes[i] === byte);
  const body = marked ? bytes.subarray(3) : bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new InvalidJson(`this is not text in UTF-8 (byte ${firstWrongByte(body) + 1})`);
  }
}

/** Where the first sequence of bytes begins that is no character. */
function firstWrongByte(bytes) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let begun = 0;
  try {
    bytes.forEach((_, at) => {
      begun = decoder.decode(bytes.subarray(at, at + 1), { stream: true }) ? at + 1 : begun;
    });
  } catch {
    // What began there is cut short by the byte that was fed last.
  }
  return begun;
}

/**
 * Data as a script has them, as JSON text would give them: what is undefined is null, numbers are
 * spelled out.
 */
export function asJson(data) {
  if (data === undefined || data === null) {
    return null;
  }
  if (typeof data === "number") {
    return numberRead(String(data));
  }
  if (Array.isArray(data)) {
    return data.map(asJson);
  }
  if (typeof data !== "object" || data instanceof JsonNumber || data instanceof JsonObject) {
    return data;
  }
  return new JsonObject(new Map(Object.entries(data).map(([key, value]) => [key, asJson(value)])));
}

function numberRead(text) {
  const kind = /^-?[0-9]+$/.test(text) ? "whole" : "decimal";
  return new JsonNumber(text, /[0-9]$/.test(text) ? kind : "none");
}

/** What was read from JSON text, as a form holds it: plain objects, and numbers as strings. */
export function plainData(value) {
  if (value instanceof JsonNumber) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return value.map(plainData);
  }
  if (value instanceof JsonObject) {
    return Object.fromEntries([...value.fields].map(([key, each]) => [key, plainData(each)]));
  }
  return value;
}
