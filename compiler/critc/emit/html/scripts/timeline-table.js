/** The same as the time line shows, as a table. */

import { element } from "./elements.js";
import { bandsInWords, caughtInWords, IDLE, windowInWords } from "./timeline-words.js";

const HEAD = ["Criterion", "Window", "Days", "Event", "In the window?"];

/**
 * @param {Array<{window: Window, groups: Array<{bands: Band[], events: Tested[]}>, nothing: string}>} rows
 */
export function tableOf(rows) {
  const head = element(
    "tr",
    {},
    HEAD.map((words) => element("th", { scope: "col" }, words)),
  );
  return element(
    "table",
    {},
    element("thead", {}, head),
    element("tbody", {}, rows.flatMap(linesOf)),
  );
}

function linesOf({ window, groups, nothing }) {
  const known = groups.length > 0 ? groups : [{ bands: null, events: [] }];
  return known.flatMap(({ bands, events }) => {
    const days = bandsInWords(bands, window);
    if (events.length === 0) return [lineOf(window, days, nothing, "–")];
    return events.map((event) => {
      const named = [event.label, event.words].filter(Boolean).join(", ");
      const idle = event.isIdle ? ` – ${IDLE}` : "";
      return lineOf(window, days, named, `${caughtInWords(event, window, bands)}${idle}`);
    });
  });
}

function lineOf(window, days, event, caught) {
  const { criterion } = window;
  const cells = [
    element("a", { href: `#${criterion}` }, criterion),
    windowInWords(window),
    days,
    event,
    caught,
  ];
  return element(
    "tr",
    {},
    cells.map((cell) => element("td", {}, cell)),
  );
}
