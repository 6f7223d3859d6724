/** What the time line shows, in words: for its pictures, and for the table that says the same. */

import { dayInWords } from "../../javascript/runtime/entries.js";
import { daysOfBand, isSurelySome } from "./bands.js";

const CAUGHT = { true: "in", false: "out", null: "not known" };
const COVERED = { true: "throughout", false: "not throughout", null: "not known" };
const LONG_ENOUGH = { true: "so long", false: "not so long", null: "not known" };

/** Whether an event is in the window; of some windows, whether it fills it, or is as long as asked. */
export function caughtInWords({ outcome }, window, bands) {
  if (window.timed.lasts) return LONG_ENOUGH[outcome];
  return (bands.some(({ covers }) => covers) ? COVERED : CAUGHT)[outcome];
}

/** That an event makes no difference. */
export const IDLE = "does not count: another condition settles it";

/** An event with its outcome: "no. 2, 14 February 2026: in". */
export function testedInWords(event, window, bands) {
  const named = [event.label, event.words].filter(Boolean).join(", ");
  const idle = event.isIdle ? ` (${IDLE})` : "";
  return `${named}: ${caughtInWords(event, window, bands)}${idle}`;
}

/** The days of a window: "2 February 2026 to 2 March 2026"; `bands` is null where records differ. */
export function bandsInWords(bands, window) {
  if (bands === null) return "other days for each record";
  if (bands.length === 0) return "counts from what never was";
  const { moments } = window.timed;
  const from = moments.length > 0 ? moments.map(momentName).join(" or ") : "a date";
  const placed = bands.filter((band) => daysOfBand(band).length > 0);
  if (placed.length === 0) return `cannot be placed: ${from} is not known`;
  return placed.map(bandInWords).join(", or ");
}

function bandInWords(band) {
  const { low, high } = band;
  const perhaps = stretchInWords(low.maybe, high.maybe);
  if (low.sure === low.maybe && high.sure === high.maybe) return perhaps;
  if (!isSurelySome(band)) return `perhaps ${perhaps}`;
  return `surely ${stretchInWords(low.sure, high.sure)}; perhaps ${perhaps}`;
}

function stretchInWords(first, last) {
  if (first === last) return dayInWords(first);
  if (!Number.isFinite(first))
    return Number.isFinite(last) ? `${dayInWords(last)} or before` : "any day";
  return Number.isFinite(last)
    ? `${dayInWords(first)} to ${dayInWords(last)}`
    : `${dayInWords(first)} or after`;
}

/** What a window is of: "Surgical procedures: date: within 4 weeks before …". */
export function windowInWords({ title, clause }) {
  return title ? `${title} – ${clause.words}` : clause.words;
}

/** The name of a moment: "first dose" of first_dose; with a number it is a name, "Visit 1". */
export function momentName(name) {
  const words = name.replaceAll("_", " ");
  return words.replace(/\b[a-z](?=[a-z]* \d)/g, (letter) => letter.toUpperCase());
}

/** So many days later or earlier than recorded. */
export function shiftInWords(days) {
  const count = Math.abs(days) % 7 === 0 ? [Math.abs(days) / 7, "week"] : [Math.abs(days), "day"];
  return `${count[0]} ${count[1]}${count[0] === 1 ? "" : "s"} ${days < 0 ? "earlier" : "later"}`;
}
