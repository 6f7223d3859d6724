/** The pictures: the time line, and the tree of each criterion's clauses. */

import { startTimeLine } from "./timeline.js";
import { startTrees } from "./tree.js";

/** Draws what is visible, and keeps it in step with the state. */
export function startPictures(state, protocol) {
  startTimeLine(state, protocol);
  startTrees(state, protocol);
}
