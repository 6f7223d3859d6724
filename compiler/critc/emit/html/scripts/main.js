/** The page's script: what is typed, what it comes to, and the tools around it. */

import { Live } from "../../javascript/runtime/live.js";
import { readDraft } from "./draft.js";
import { startFiles } from "./files.js";
import { startForm } from "./form.js";
import { startPictures } from "./pictures.js";
import { startReading } from "./reading.js";
import { startResults } from "./results.js";
import { State } from "./state.js";

/** Starts the page of a protocol. */
export function start(protocol) {
  document.documentElement.classList.add("scripted");
  const state = new State(answering(protocol));
  startResults(state, protocol);
  startForm(state, protocol);
  startFiles(state, protocol);
  startReading(state, protocol);
  startPictures(state, protocol);
  state.begin();
}

/** What data come to; of what did not change nothing is judged again. */
function answering(protocol) {
  const live = new Live(protocol);
  let before = {};
  return (data) => {
    const { kept, ...read } = readDraft(data, protocol);
    const now = Object.fromEntries(
      Object.entries(kept).map(([name, value]) => [name, JSON.stringify(value)]),
    );
    const names = Object.keys({ ...before, ...now });
    const changed = names.filter((name) => before[name] !== now[name]);
    before = now;
    return { ...read, screening: live.screen(read.patient, changed) };
  };
}
