/** Files: opening and saving a patient, starting anew, and the warning before work is lost. */

import { parsedJson, plainData } from "../../javascript/runtime/json.js";
import { readPatient } from "../../javascript/runtime/loading.js";
import { patientJson } from "../../javascript/runtime/saving.js";
import { visible } from "../../javascript/runtime/visible.js";
import { fileText } from "./decoding.js";
import { confirmed, isAsking } from "./dialogs.js";
import { button, element } from "./elements.js";
import { verdictInWords } from "./outcomes.js";
import { startRecord } from "./record.js";
import { listProblems } from "./refusals.js";
import { announce } from "./speech.js";

/**
 * Fills the toolbar of files, and takes files that are dropped anywhere on the page.
 * @param {State} state
 * @param {object} protocol
 */
export function startFiles(state, protocol) {
  const record = startRecord(state, protocol);
  fillFileTools(state, protocol, record);
  takeDroppedFiles((file) => openFile(file, state, protocol));
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey)
      return;
    event.preventDefault(); // The browser would save the page, without the patient.
    if (!isAsking()) saveFile(state, protocol);
  });
  window.addEventListener("beforeunload", (event) => {
    if (state.dirty || record.unprinted) event.preventDefault();
  });
}

function fillFileTools(state, protocol, record) {
  const choosing = element("input", {
    type: "file",
    accept: ".json,application/json",
    hidden: true,
  });
  choosing.addEventListener("change", () => {
    const [file] = choosing.files;
    choosing.value = ""; // The same file may be chosen again, corrected.
    if (file) openFile(file, state, protocol);
  });
  const unsaved = element("span", { class: "unsaved", hidden: true }, "Not saved");
  document.getElementById("file-tools").append(
    button("Open a patient…", () => choosing.click()),
    choosing,
    button("Save the patient", () => saveFile(state, protocol), {
      "aria-keyshortcuts": "Control+S",
    }),
    button("Print the record…", record.open),
    button("Start anew…", () => startAnew(state)),
    unsaved,
  );
  const mark = () => {
    unsaved.hidden = !state.dirty;
  };
  state.watch(mark);
  state.subscribe(Object.assign(() => {}, { saved: mark }));
}

// ---- opening ----

/** Takes the patient in a file, if it is one and what is typed may go. */
export async function openFile(file, state, protocol) {
  const name = visible(file.name);
  const { text, problem } = await fileText(file);
  const problems = problem
    ? [{ path: "", message: problem }]
    : readPatient(text, protocol).problems;
  if (problems.length > 0) {
    const title = `${name} cannot be opened`;
    listProblems(title, refusal(problems.length), problems, protocol.entries);
    return;
  }
  if (state.dirty && !(await confirmed(losing(`Open ${name}?`, "Open the file")))) return;
  state.replace(plainData(parsedJson(text)));
  announce(`${name} is open. ${verdictInWords(state.result.screening.verdict)}.`);
}

function refusal(count) {
  const found = count === 1 ? "One problem was found" : `${count} problems were found`;
  return `${found}. Nothing on this page has changed.`;
}

function losing(title, yes) {
  const words = "What was typed since it was last saved will be lost.";
  return { title, words, no: "Keep what is typed", yes };
}

/** Calls `take(file)` with a file that is dropped; the page shows while one is held over it. */
function takeDroppedFiles(take) {
  const holds = (event) => event.dataTransfer?.types.includes("Files") ?? false;
  const root = document.documentElement;
  document.addEventListener("dragover", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    root.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) root.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    root.classList.remove("dropping");
    if (!isAsking()) takeOne(event.dataTransfer.files, take);
  });
}

function takeOne(files, take) {
  if (files.length === 1) {
    take(files[0]);
    return;
  }
  const problems = [...files].map((file) => ({ path: "", message: file.name }));
  listProblems(
    "One patient at a time",
    "Drop one file. Nothing on this page has changed.",
    problems,
    {},
  );
}

// ---- saving ----

/** Saves the patient where the browser puts downloads; only what can be opened again is saved. */
export function saveFile(state, protocol) {
  const text = patientJson(state.data, protocol);
  const { problems } = readPatient(text, protocol);
  if (problems.length > 0) {
    listProblems("Nothing was saved", UNREADABLE, problems, protocol.entries);
    return;
  }
  const name = fileName(protocol.id, state.data.id);
  download(name, text);
  state.saved();
  announce(`Saved as ${name}, where the browser puts downloads.`);
}

const UNREADABLE =
  "These answers cannot be read, and a file with them would be refused. Correct them or take them away, and save again.";

/** "NCT07289048-0001.json": the protocol and the patient's identifier, as file systems take it. */
export function fileName(protocol, id = "") {
  const safe = String(id)
    .replace(/[^\p{L}\p{N}._-]+/gu, "_")
    .replace(/^[._]+/, "")
    .slice(0, 80);
  return `${protocol}-${safe || "patient"}.json`;
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// ---- starting anew ----

async function startAnew(state) {
  const words = state.dirty
    ? "All answers will be taken away; those typed since it was last saved will be lost."
    : "All answers will be taken away from the page.";
  const question = {
    title: "Start with an empty page?",
    words,
    no: "Keep the answers",
    yes: "Start anew",
  };
  if (!(await confirmed(question))) return;
  state.replace({});
  announce("The page is empty.");
}
