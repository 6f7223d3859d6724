/** A row of the time line: a window as a band, and in it or beside it the events it is tested with. */

import { daysOfBand, isSurelySome } from "./bands.js";
import { drawn, outcomeName, outcomeShape } from "./drawing.js";
import { element } from "./elements.js";
import { daysOfEvent } from "./events.js";
import { markOf, outcomeInWords, stateOf } from "./outcomes.js";
import { bandsInWords, caughtInWords, testedInWords, windowInWords } from "./timeline-words.js";

const LANE = 22;
const EDGE = 3;
/** How many events have a lane of their own; the table has all. */
const MOST_LANES = 8;
/** How many letters would fit between a place and the words beside it. */
const BESIDE = 2;

/**
 * @param {Window} window
 * @param {Array<{bands: Band[], events: Tested[]}>} groups
 * @param {Scale} scale
 * @param {CriterionResult} result
 * @param {string} nothing what is said where no event is
 */
export function rowOf(window, groups, scale, result, nothing) {
  const isMany = groups.flatMap(({ events }) => events).length > 1;
  const parts = groups.map(({ bands, events }, number) => [
    labelOf(window, bands, number === 0 ? result : null, events.length > 0 ? "" : nothing),
    pictureOf(window, bands, events, scale, isMany),
  ]);
  const without = [
    labelOf(window, null, result, nothing),
    drawn("svg", { class: "lanes", height: LANE, "aria-hidden": "true" }),
  ];
  return element("li", { class: "window" }, parts.length > 0 ? parts : without);
}

function labelOf(window, bands, result, nothing) {
  const state = result && stateOf(result);
  const days = bandsInWords(bands, window);
  return element(
    "div",
    { class: "of", "data-state": state },
    result && [
      element("a", { href: `#${result.id}` }, result.id),
      " ",
      element(
        "span",
        { class: "mark", title: outcomeInWords(result.id, state), "aria-hidden": "true" },
        markOf(state),
      ),
      element("span", { class: "unseen" }, ` ${outcomeInWords(result.id, state)} `),
      " ",
      windowInWords(window),
    ],
    result && " · ",
    element("span", { class: "days" }, [days, nothing].filter(Boolean).join(" · ")),
  );
}

function pictureOf(window, bands, events, scale, isMany) {
  const own = events.filter((event) => !event.isIdle);
  const idle = events.filter((event) => event.isIdle);
  const lanes = own.slice(0, MOST_LANES).map((event) => [event]);
  if (idle.length > 0) lanes.push(idle.map((event) => ({ ...event, isUnsaid: idle.length > 1 })));
  const rest = own.length - MOST_LANES;
  const height = Math.max(lanes.length + (rest > 0 ? 1 : 0), 1) * LANE;
  return drawn(
    "svg",
    { class: "lanes", height, role: "img", "aria-label": pictureInWords(window, bands, events) },
    bands.map((band) => bandOf(band, scale, height)),
    lanes.flatMap((lane, number) => {
      const middle = (number + 0.5) * LANE;
      return lane.map((event) =>
        eventOf(event, wordsBeside(event, window, bands, isMany, scale), scale, middle),
      );
    }),
    rest > 0 ? textAt(0, height - LANE / 2 + 4, `${rest} more in the table`, scale) : null,
  );
}

function pictureInWords(window, bands, events) {
  const days = bandsInWords(bands, window);
  const tested = events.map((event) => testedInWords(event, window, bands));
  return [`Window: ${days}`, ...(tested.length > 0 ? tested : ["nothing recorded"])].join(". ");
}

function wordsBeside(event, window, bands, isMany, scale) {
  if (event.isUnsaid) return "";
  const isOut = !daysOfEvent(event).some((day) => scale.has(day));
  const caught = event.isIdle ? "does not count" : caughtInWords(event, window, bands);
  return [isMany && event.label, isOut && event.words, caught].filter(Boolean).join(": ");
}

// ---- bands ----

function bandOf(band, scale, height) {
  if (daysOfBand(band).length === 0) return null;
  const { low, high } = band;
  const isSure = low.sure === low.maybe && high.sure === high.maybe;
  return drawn(
    "g",
    { class: "band" },
    isSure ? null : stretchOf(low.maybe, high.maybe, scale, height, "perhaps"),
    isSurelySome(band) ? stretchOf(low.sure, high.sure, scale, height, "surely") : null,
    low.maybe < scale.first ? arrowAt(0, height / 2, -1) : null,
    high.maybe > scale.last ? arrowAt(1, height / 2, 1) : null,
  );
}

function stretchOf(first, last, scale, height, kind) {
  const [from, to] = [scale.at(first), scale.at(last + 1)];
  return drawn("rect", {
    class: kind,
    x: percent(from),
    width: percent(to - from),
    y: EDGE,
    height: height - 2 * EDGE,
    rx: 2,
  });
}

/** An arrow at an edge, beyond which something goes on. */
function arrowAt(place, y, direction) {
  const d = direction < 0 ? "M6-4 1 0 6 4" : "M-6-4-1 0-6 4";
  return drawn(
    "svg",
    { class: "arrow", x: percent(place), y, overflow: "visible" },
    drawn("path", { d }),
  );
}

// ---- events ----

function eventOf(event, words, scale, y) {
  const outcome = event.isIdle ? "idle" : outcomeName(event.outcome);
  const attributes = {
    class: event.isIdle ? "event idle" : "event",
    "data-outcome": outcome,
  };
  if (event.place === null)
    return drawn("g", attributes, words ? textAt(0, y + 4, words, scale) : null);
  const { first, last, isPeriod } = event.place;
  const [from, sureFrom] = first ?? [scale.first, last[0]];
  const [sureTo, to] = last ?? [first[1], scale.last];
  const begin = scale.at(from);
  const end = scale.at(to + 1);
  const isBar = isPeriod || from !== to;
  // A bar has its mark where it ends, a day in its middle.
  const place = isPeriod ? end : (begin + end) / 2;
  return drawn(
    "g",
    attributes,
    isBar ? lineOf(begin, end, y, "perhaps") : null,
    isPeriod && sureFrom <= sureTo
      ? lineOf(scale.at(sureFrom), scale.at(sureTo + 1), y, "surely")
      : null,
    from < scale.first || first === null ? arrowAt(0, y, -1) : null,
    to > scale.last ? arrowAt(1, y, 1) : null,
    drawn(
      "svg",
      {
        class: "shape",
        "data-outcome": outcome,
        x: percent(inside(place)),
        y,
      },
      outcomeShape(event.outcome),
    ),
    words ? textAt(inside(place), y + 4, words, scale) : null,
  );
}

function lineOf(from, to, y, kind) {
  return drawn("line", { class: kind, x1: percent(from), x2: percent(to), y1: y, y2: y });
}

/** Words right of a place; left of it where there is no room for them. */
function textAt(place, y, words, scale) {
  const isLeft = place + (words.length + BESIDE) / scale.letters > 1;
  const attributes = { x: percent(place), y, dx: isLeft ? -12 : 12 };
  return drawn("text", { ...attributes, "text-anchor": isLeft ? "end" : "start" }, words);
}

/** A place so far from the edges that a mark is seen whole. */
function inside(place) {
  return Math.min(Math.max(place, 0.025), 0.975);
}

/** A part of the width, for SVG. */
export function percent(place) {
  return `${Number((place * 100).toFixed(3))}%`;
}
