/** Word of each change, and how findings are counted: what all pages of the frame share. */

const LOST = "critc watch has ended";

/**
 * Calls `changed(protocols)` with what there is, now and after each change, and `lost(words)` when
 * nobody tells any more. The browser asks again by itself.
 */
export function follow(changed, lost) {
  const events = new EventSource("/events");
  events.addEventListener("message", (event) => changed(JSON.parse(event.data)));
  events.addEventListener("error", () => lost(LOST));
  // A page that is left lets go at once; a browser has few connections to one server.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** How a protocol stands: "2 mistakes", "1 warning", "no findings". */
export function standing({ looked, problems, warnings }) {
  if (!looked) return "Building…";
  if (problems.length > 0) return counted(problems.length, "mistake");
  if (warnings.length > 0) return counted(warnings.length, "warning");
  return "no findings";
}

/** The word for how a protocol stands, for its colour. */
export function level({ looked, problems, warnings }) {
  if (!looked) return "building";
  if (problems.length > 0) return "broken";
  return warnings.length > 0 ? "warned" : "sound";
}

/** A number and its noun: "1 mistake", "2 mistakes". */
export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
