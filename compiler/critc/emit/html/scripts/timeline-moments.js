/** The moments on the time line: lines that are dragged, moved by keys, or set by typing a day. */

import { dayInWords } from "../../javascript/runtime/entries.js";
import { PartialDate } from "../../javascript/runtime/values.js";
import { drawn } from "./drawing.js";
import { element } from "./elements.js";
import { shortDay } from "./scale.js";
import { percent } from "./timeline-rows.js";
import { momentName, shiftInWords } from "./timeline-words.js";
import { dayAsTyped, typedDay } from "./trial.js";

/** How far a moment can be moved, in days. */
const FARTHEST = 3653;
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7 };
/** About how wide a letter of a flag is, and what is beside its letters, in pixels. */
const LETTER = 7;
const BESIDE = 26;
const FLAG_HEIGHT = 26;

/** A moment: a flag on the axis, which is a slider, and a field for its day. */
export class Moment {
  recorded = null;
  tried = null;
  #set;
  #input;

  /**
   * @param {string} name
   * @param {(day: number|null) => void} set tries a day; null goes back
   */
  constructor(name, set) {
    this.name = name;
    this.#set = set;
    this.flag = element("div", {
      class: "flag",
      role: "slider",
      tabindex: "0",
      "data-moment": name,
      "aria-label": `${momentName(name)}: try another day`,
      onkeydown: (event) => this.#move(event),
    });
    this.#input = element("input", {
      class: "field date",
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "yyyy-mm-dd",
      oninput: () => this.#typed(),
    });
    this.field = element("label", { class: "part" }, momentName(name), this.#input);
  }

  /** The day that is tried, else the one that is recorded; null where it is not known. */
  get day() {
    return this.tried ?? this.recorded;
  }

  /** The first and last day that it may be; null where it is not known. */
  get span() {
    return spanOf(this.day);
  }

  /** The same of what is recorded. */
  get base() {
    return spanOf(this.recorded);
  }

  /** Goes back to what is recorded. */
  leave() {
    this.tried = null;
    this.#write();
  }

  /** Moves the focus to its flag, or to its field where it has no day. */
  focus() {
    (this.day === null ? this.#input : this.flag).focus();
  }

  #move(event) {
    const step = KEYS[event.key];
    if (step !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      this.#set(this.#within(this.span[0] + step));
    } else if (event.key === "Escape") this.#set(null);
    else return;
    event.preventDefault();
  }

  #within(day) {
    const [from] = this.base ?? [day];
    return Math.min(Math.max(day, from - FARTHEST, 1), from + FARTHEST);
  }

  #typed() {
    const text = this.#input.value.trim();
    const day = typedDay(text);
    if (text === "" || day !== null) this.#input.removeAttribute("aria-invalid");
    else this.#input.setAttribute("aria-invalid", "true");
    if (text === "" || day !== null) this.#set(day);
  }

  /** Shows where it is; without a scale, its field alone. */
  show(scale, lane) {
    if (document.activeElement !== this.#input) this.#write();
    this.flag.hidden = this.span === null || scale === null;
    if (this.flag.hidden) return;
    const place = placeOf(this.span, scale);
    this.flag.classList.toggle("left", place > 0.5);
    this.flag.classList.toggle("tried", this.tried !== null);
    this.flag.style.left = percent(place);
    this.flag.style.top = `${lane * FLAG_HEIGHT}px`;
    this.#say();
  }

  /** Shows its day in its field. */
  #write() {
    const { day } = this;
    this.#input.removeAttribute("aria-invalid");
    if (day === null) this.#input.value = "";
    else this.#input.value = day instanceof PartialDate ? day.text : dayAsTyped(day);
  }

  #say() {
    this.flag.textContent = this.words;
    const moved = this.tried === null || this.base === null ? 0 : this.tried - this.base[0];
    const shift = moved === 0 ? "" : `, ${shiftInWords(moved)} than recorded`;
    const attributes = {
      "aria-valuemin": -FARTHEST,
      "aria-valuemax": FARTHEST,
      "aria-valuenow": moved,
      "aria-valuetext": dayInWords(this.day) + shift,
    };
    for (const [name, value] of Object.entries(attributes)) this.flag.setAttribute(name, value);
  }

  /** What its flag says: "first dose 2 Mar". */
  get words() {
    const { day } = this;
    return `${momentName(this.name)} ${day instanceof PartialDate ? day.text : shortDay(day)}`;
  }

  /** Its line, and the one where it is recorded while another day is tried. */
  lines(scale) {
    const [x, isTried] = [percent(placeOf(this.span, scale)), this.tried !== null];
    const line = drawn("line", { class: isTried ? "moment tried" : "moment", y2: "100%" });
    const grip = drawn("rect", { x: -8, width: 16, height: "100%" });
    const moved = drawn("svg", { x, class: "grip", "data-moment": this.name }, grip, line);
    return isTried && this.base ? [lineAt(placeOf(this.base, scale), "recorded"), moved] : [moved];
  }
}

function spanOf(day) {
  return day instanceof PartialDate ? [day.first, day.last] : day === null ? null : [day, day];
}

function lineAt(place, kind) {
  return drawn("line", { class: kind, x1: percent(place), x2: percent(place), y1: 0, y2: "100%" });
}

/** The middle of the days that it may be. */
function placeOf([first, last], scale) {
  return (scale.at(first) + scale.at(last + 1)) / 2;
}

/**
 * Puts flags in as few lanes as they fit in, and shows them.
 * @param {Moment[]} moments
 * @param {Scale|null} scale
 * @param {number} width of the scale, in pixels
 * @returns {number} how high they are, in pixels
 */
export function showFlags(moments, scale, width) {
  const lanes = [];
  for (const moment of moments) {
    const isShown = moment.span !== null && scale !== null;
    moment.show(scale, isShown ? laneFor(moment, scale, width, lanes) : 0);
  }
  return lanes.length * FLAG_HEIGHT;
}

/** The first lane that has room for a flag, which it takes. */
function laneFor({ span, words }, scale, width, lanes) {
  const at = placeOf(span, scale) * width;
  const long = words.length * LETTER + BESIDE;
  const [from, to] = at > width / 2 ? [at - long, at] : [at, at + long];
  const isFree = (taken) => taken.every(([start, end]) => to < start || end < from);
  const free = lanes.findIndex(isFree);
  const lane = free < 0 ? lanes.length : free;
  lanes[lane] = [...(lanes[lane] ?? []), [from, to]];
  return lane;
}

/** Lines of the whole height: of marked days, and of the moments. */
export function gridOf(ticks, moments, scale) {
  const marked = ticks.map(([day]) => lineAt(scale.at(day + 0.5), "tick"));
  const placed = moments.filter(({ span }) => span !== null);
  return [...marked, ...placed.flatMap((moment) => moment.lines(scale))];
}

/** The names of the marked days. */
export function tickNames(ticks, scale) {
  return ticks.map(([day, words]) => {
    const place = scale.at(day + 0.5);
    const anchor = place < 0.04 ? "start" : place > 0.96 ? "end" : "middle";
    return drawn("text", { x: percent(place), y: 12, "text-anchor": anchor }, words);
  });
}
