/** The time line: the windows that criteria count from the protocol's moments, and what they catch. */

import { Scope } from "../../javascript/runtime/terms.js";
import { daysOfBand } from "./bands.js";
import { drawn } from "./drawing.js";
import { button, element } from "./elements.js";
import { daysOfEvent, nothingInWords, testedBy, windowsOf } from "./events.js";
import { atRest, inNextFrame } from "./frames.js";
import { SPANS, scaleOf, spanFor, ticksOf } from "./scale.js";
import { announce } from "./speech.js";
import { gridOf, Moment, showFlags, tickNames } from "./timeline-moments.js";
import { rowOf } from "./timeline-rows.js";
import { tableOf } from "./timeline-table.js";
import { momentName } from "./timeline-words.js";
import { dayAsTyped, Trial } from "./trial.js";
import { WhatIf } from "./what-if.js";

/** How much room a letter needs, and the name of a marked day, in pixels. */
const LETTER = 7;
const TICK_ROOM = 70;
/** How long the typing must rest until all is drawn anew, in milliseconds. */
const REST = 120;

/** Fills the time line of a protocol that counts days, and keeps it in step with the state. */
export function startTimeLine(state, protocol) {
  const windows = windowsOf(protocol);
  if (windows.length > 0) new TimeLine(state, protocol, windows);
}

class TimeLine {
  #state;
  #protocol;
  #windows;
  #section = document.getElementById("time-line");
  #trial;
  #moments;
  #parts;
  #rows = new Map();
  #scale = null;
  #whatIf;
  #isSeen = true;
  #dragged = null;
  #draw = inNextFrame(() => this.#show());
  #drawAtRest = atRest(() => this.#draw(), REST);

  constructor(state, protocol, windows) {
    this.#state = state;
    this.#protocol = protocol;
    this.#windows = windows;
    this.#trial = new Trial(protocol);
    const counted = protocol.facts.filter(({ name }) =>
      windows.some(({ timed }) => timed.moments.includes(name)),
    );
    this.#moments = counted.map(({ name }) => new Moment(name, (day) => this.#try(name, day)));
    this.#whatIf = new WhatIf(
      this.#trial,
      () => this.#use(),
      () => this.#back(),
    );
    this.#parts = this.#build();
    this.#section.hidden = false;
    this.#listen();
  }

  #build() {
    const parts = {
      hint: element("p", { class: "hint" }),
      ticks: drawn("svg", { class: "scale", "aria-hidden": "true" }),
      grid: drawn("svg", { class: "grid", "aria-hidden": "true" }),
      rows: element("ol", { class: "rows" }),
      empty: element("ol", { class: "rows" }),
      table: element("div", { class: "table" }),
      spans: element("select", { onchange: () => this.#draw() }, spanOptions()),
      fold: button("Hide", () => this.#fold(), { class: "quiet", "aria-expanded": "true" }),
    };
    parts.flags = element(
      "div",
      { class: "flags" },
      this.#moments.map(({ flag }) => flag),
    );
    parts.axis = element("div", { class: "axis" }, parts.flags, parts.ticks);
    parts.others = element("details", { class: "others" }, element("summary"), parts.empty);
    parts.plot = element(
      "div",
      { class: "plot", hidden: true },
      parts.grid,
      parts.axis,
      parts.rows,
      parts.others,
    );
    parts.same = element(
      "details",
      { class: "same" },
      element("summary", {}, "The same as a table"),
      parts.table,
    );
    const fields = this.#moments.map(({ field }) => field);
    const show = element("label", { class: "part" }, "shown", parts.spans);
    parts.tools = element(
      "div",
      { class: "tools", role: "group", "aria-label": "Try other days" },
      element("span", { class: "hint" }, "Try other days:"),
      fields,
      show,
    );
    parts.body = element(
      "div",
      { class: "body" },
      parts.tools,
      this.#whatIf.element,
      parts.hint,
      parts.plot,
      parts.same,
    );
    this.#section.append(parts.fold, parts.body);
    return parts;
  }

  #listen() {
    const { plot, same } = this.#parts;
    this.#state.subscribe(({ replaced }) => {
      this.#takeRecorded();
      if (replaced) this.#draw();
      else this.#drawAtRest();
    });
    same.addEventListener("toggle", this.#draw);
    window.addEventListener("resize", this.#draw);
    new IntersectionObserver(([{ isIntersecting }]) => {
      this.#isSeen = isIntersecting;
      if (isIntersecting) this.#draw();
    }).observe(this.#section);
    plot.addEventListener("pointerdown", (event) => this.#grasp(event));
    plot.addEventListener("pointermove", (event) => this.#dragged && this.#drag(event));
    for (const end of ["pointerup", "pointercancel"]) {
      plot.addEventListener(end, () => {
        this.#dragged = null;
        this.#draw();
      });
    }
  }

  #fold() {
    const { body, fold } = this.#parts;
    body.hidden = !body.hidden;
    fold.textContent = body.hidden ? "Show" : "Hide";
    fold.setAttribute("aria-expanded", String(!body.hidden));
    this.#draw();
  }

  /** A moment that is answered anew is no more tried on another day. */
  #takeRecorded() {
    for (const moment of this.#moments) {
      const recorded = this.#state.result.patient[moment.name] ?? null;
      if (JSON.stringify(recorded) === JSON.stringify(moment.recorded)) continue;
      moment.recorded = recorded;
      moment.leave();
      this.#trial.set(moment.name, null, recorded);
    }
  }

  // ---- trying other days ----

  #try(name, day) {
    const moment = this.#moments.find((each) => each.name === name);
    this.#trial.set(name, day, moment.recorded);
    moment.tried = this.#trial.days.get(name) ?? null;
    announce(() => this.#whatIf.spoken(this.#state.result), "time line");
    this.#draw();
  }

  /** Answers the questions with the days that are tried, as if they were typed there. */
  #use() {
    const tried = [...this.#trial.days];
    this.#back();
    for (const [name, day] of tried) answerWith(name, dayAsTyped(day));
  }

  /** Goes back to what is recorded; the focus stays with what was moved. */
  #back() {
    const moved = this.#moments.filter(({ tried }) => tried !== null);
    this.#trial.days.clear();
    for (const moment of moved) moment.leave();
    moved[0].focus();
    this.#draw();
  }

  // ---- dragging ----

  #grasp(event) {
    const name = event.target.closest("[data-moment]")?.dataset.moment;
    if (!name || event.button !== 0) return;
    event.preventDefault();
    this.#parts.plot.setPointerCapture(event.pointerId);
    this.#dragged = name;
    this.#moments.find((moment) => moment.name === name).flag.focus({ preventScroll: true });
  }

  #drag(event) {
    const { left, width } = this.#parts.axis.getBoundingClientRect();
    this.#try(this.#dragged, this.#scale.dayAt((event.clientX - left) / width));
  }

  // ---- drawing ----

  #show() {
    if (!this.#isSeen || this.#parts.body.hidden) return;
    const { result } = this.#state;
    const screening = this.#trial.screening(result);
    const rows = this.#testedOf(this.#trial.patient(result.patient));
    if (!this.#dragged) this.#scale = this.#scaleFor(rows);
    this.#showAxis();
    this.#showRows(rows, screening);
    this.#whatIf.show(result);
    if (this.#parts.same.open) this.#parts.table.replaceChildren(tableOf(rows));
  }

  #testedOf(patient) {
    const scope = new Scope(patient);
    const { entries } = this.#protocol;
    return this.#windows.map((window) => {
      const groups = testedBy(window, scope, entries, this.#state.result.original);
      return { window, groups, nothing: nothingInWords(window, scope, entries) };
    });
  }

  /** The scale of what is recorded, with the days that are tried; null where no day is known. */
  #scaleFor(rows) {
    const isMoved = this.#moments.some(({ tried, base }) => tried !== null && base !== null);
    const still = isMoved ? this.#testedOf(this.#state.result.patient) : rows;
    const groups = still.flatMap((row) => row.groups);
    const limits = groups.flatMap(({ bands }) => bands.flatMap(daysOfBand));
    const events = groups.flatMap((group) => group.events.flatMap(daysOfEvent));
    const known = this.#moments.flatMap(({ base, span }) => [...(base ?? []), ...(span ?? [])]);
    const days = [...limits, ...events, ...known];
    if (days.length === 0) return null;
    const main = this.#mainDay();
    const chosen = Number(this.#parts.spans.value);
    const span = main === null ? 0 : chosen || spanFor(limits, main);
    return scaleOf(days, main, span, [...this.#trial.days.values()]);
  }

  /** The day of the moment from which most windows count, of those that are known. */
  #mainDay() {
    const count = ({ name }) =>
      this.#windows.filter(({ timed }) => timed.moments.includes(name)).length;
    const known = this.#moments.filter(({ span }) => span !== null);
    const [main] = known.sort((one, other) => count(other) - count(one));
    return main === undefined ? null : (main.base ?? main.span)[0];
  }

  #showAxis() {
    const { axis, flags, ticks, grid, plot, hint } = this.#parts;
    const scale = this.#scale;
    plot.hidden = scale === null;
    hint.textContent = this.#hint();
    hint.hidden = hint.textContent === "";
    const width = axis.clientWidth;
    flags.style.height = `${showFlags(this.#moments, scale, width)}px`;
    if (scale === null) return;
    scale.letters = Math.floor(width / LETTER);
    const main = this.#mainDay() ?? scale.last;
    const marked = ticksOf(scale, main, Math.max(width / TICK_ROOM, 2));
    ticks.replaceChildren(...tickNames(marked, scale));
    grid.replaceChildren(...gridOf(marked, this.#moments, scale));
  }

  #hint() {
    const names = (moments) => inRow(moments.map(({ name }) => momentName(name)));
    if (this.#scale === null) {
      return `No dates yet. With the days of ${names(this.#moments)} – typed among the questions, or tried here – this shows which window catches which event.`;
    }
    const missing = this.#moments.filter(({ span }) => span === null);
    if (missing.length === 0) return "";
    return `Not known yet: ${names(missing)}. Windows that count from there cannot be placed.`;
  }

  #showRows(rows, screening) {
    if (this.#scale === null) return;
    const { others } = this.#parts;
    const isEmpty = ({ groups }) => groups.every(({ events }) => events.length === 0);
    const [full, empty] = [rows.filter((row) => !isEmpty(row)), rows.filter(isEmpty)];
    fill(
      this.#parts.rows,
      full.map((row) => this.#rowOf(row, screening)),
    );
    fill(
      this.#parts.empty,
      empty.map((row) => this.#rowOf(row, screening)),
    );
    others.hidden = empty.length === 0;
    if (full.length === 0) others.open = true;
    const count = `${empty.length} window${empty.length === 1 ? "" : "s"}`;
    others.firstChild.textContent = `${count} with nothing recorded`;
  }

  /** The row of a window, made anew where it shows something else. */
  #rowOf({ window, groups, nothing }, screening) {
    const result = screening.criterion(window.criterion);
    const { first, last, letters } = this.#scale;
    const now = JSON.stringify(
      [groups, nothing, first, last, letters, result.outcome, result.applies],
      spelled,
    );
    const before = this.#rows.get(window);
    if (before?.now === now) return before.row;
    const row = rowOf(window, groups, this.#scale, result, nothing);
    this.#rows.set(window, { now, row });
    return row;
  }
}

/** JSON has no infinite numbers: they are spelled. */
function spelled(_key, value) {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

/** Puts rows into a list unless they stand there already. */
function fill(list, rows) {
  if (rows.length !== list.children.length || rows.some((row, i) => list.children[i] !== row))
    list.replaceChildren(...rows);
}

function spanOptions() {
  const options = [
    ["", "most windows"],
    ...SPANS.map(([days, words]) => [days, `within ${words}`]),
    ["Infinity", "everything"],
  ];
  return options.map(([value, words]) => element("option", { value }, words));
}

function inRow(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Types an answer where it is asked, so that the form and the state take it as from a person. */
function answerWith(name, text) {
  const input = document.querySelector(
    `#questions [data-path="${CSS.escape(name)}"] input[type="text"]`,
  );
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
