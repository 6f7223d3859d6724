/** The record of a screening: completed on the screen, printed, signed. */

import { isAsking } from "./dialogs.js";
import { button, element } from "./elements.js";
import { verdictInWords } from "./outcomes.js";
import { blankLine, noted, RecordNotes } from "./record-notes.js";
import { criteriaTable } from "./record-table.js";
import { problemItem } from "./refusals.js";
import { queriesOf } from "./wording.js";

/**
 * Prepares the record; nothing of it is on the page until it is opened.
 * @param {State} state
 * @param {object} protocol
 * @returns {{open: function(): void, unprinted: boolean}} `unprinted` when something was typed on it
 *   and has not been printed
 */
export function startRecord(state, protocol) {
  const place = document.getElementById("record");
  let notes = new RecordNotes();
  let opener = null;
  const isOpen = () => place.childElementCount > 0;

  const fill = () => place.replaceChildren(...recordContent(state, protocol, notes, close));
  const open = () => {
    opener = document.activeElement;
    fill();
    document.documentElement.dataset.view = "record";
    window.scrollTo(0, 0);
    document.getElementById("record-heading").focus();
  };
  const close = () => {
    place.replaceChildren();
    delete document.documentElement.dataset.view;
    opener?.focus();
  };

  state.watch(({ replaced }) => {
    if (replaced) notes = new RecordNotes(); // They are of another patient.
  });
  state.subscribe(() => {
    if (isOpen()) fill();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen() && !isAsking()) close();
  });
  window.addEventListener("afterprint", () => {
    if (isOpen()) notes.unprinted = false;
  });
  return {
    open,
    get unprinted() {
      return notes.unprinted;
    },
  };
}

function recordContent(state, protocol, notes, close) {
  const { screening, problems } = state.result;
  return [
    recordTools(close),
    element("h1", { id: "record-heading", tabindex: "-1" }, "Screening record"),
    recordHead(screening, protocol, notes),
    unreadAnswers(problems),
    criteriaTable(state, protocol, notes),
    openQuestions(screening),
    openQueries(screening),
    signatures(notes),
  ].filter((part) => part !== null);
}

function recordTools(close) {
  const words =
    "Complete what is asked, then print and sign. What is typed here is printed; it is no part of the patient’s file.";
  return element(
    "div",
    { class: "paper-tools" },
    button("Back to the page", close),
    button("Print", () => window.print(), { class: "primary" }),
    element("p", {}, words),
  );
}

// ---- what it is about ----

function recordHead({ verdict, patient }, protocol, notes) {
  const source = [
    `${protocol.file} · SHA-256 `,
    element("span", { class: "hash" }, protocol.sha256),
  ];
  const rows = [
    ["Protocol", protocol.id],
    ["Title", protocol.title],
    ["Version", protocol.version || "not given"],
    ["Source", ...source],
    ["Patient", patient ? element("bdi", {}, patient) : blankLine()],
    ["Printed on", ...printedOn(notes)],
    ["Verdict", element("strong", { class: "verdict" }, verdictInWords(verdict))],
  ];
  const told = rows.map(([term, ...words]) =>
    element("div", {}, element("dt", {}, term), element("dd", {}, words)),
  );
  return element("dl", { class: "record-head" }, told);
}

function printedOn(notes) {
  const keep = (typed) => {
    notes.printedOn = typed;
  };
  const hint = { id: "printed-on-hint", class: "hint on-screen" };
  return [
    noted("Printed on", notes.printedOn, notes, keep, { "aria-describedby": hint.id }),
    element("span", hint, "the day on this computer; correct it if it is wrong"),
  ];
}

/** Says which answers count as not known because they cannot be read; null where all can. */
function unreadAnswers(problems) {
  if (problems.length === 0) return null;
  const words = "These answers cannot be read, and count as not known:";
  const told = element("ul", {}, problems.map(problemItem));
  return element("div", { class: "unread" }, element("p", {}, words), told);
}

// ---- what is open ----

function openQuestions({ verdict, missing }) {
  if (verdict !== "undetermined") return null;
  const items = missing.map(({ text }) => element("li", {}, text));
  return recordSection("Open questions", "What can still change the verdict:", items);
}

/** The queries on whose readings the verdict rests: of the criteria that bar, or else of all. */
function openQueries({ verdict, criteria }) {
  const resting = criteria.filter(
    ({ outcome }) => verdict !== "ineligible" || outcome === "violated",
  );
  const items = resting.flatMap(({ id }) => queriesOf(id).map((query) => queryItem(id, query)));
  if (items.length === 0) return null;
  const words = "The verdict rests on how these are read until the sponsor answers:";
  return recordSection("Queries to the sponsor", words, items);
}

function queryItem(id, { question, reading }) {
  const place = element("b", {}, id);
  return element("li", {}, place, ` ${question} `, element("b", {}, "Read as:"), ` ${reading}`);
}

function recordSection(title, words, items) {
  const heading = element("h2", {}, title);
  return element("section", {}, heading, element("p", {}, words), element("ol", {}, items));
}

// ---- signatures ----

const SIGNERS = ["Completed by", "Confirmed by the investigator"];

function signatures(notes) {
  const heads = ["Signed by", "Name", "Role", "Signature", "Date"];
  return element(
    "table",
    { class: "signatures" },
    element("caption", {}, "Signatures"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        heads.map((head) => element("th", { scope: "col" }, head)),
      ),
    ),
    element(
      "tbody",
      {},
      SIGNERS.map((signer) => signatureRow(signer, notes)),
    ),
  );
}

function signatureRow(signer, notes) {
  const typed = ["Name", "Role"].map((column) => {
    const key = `${column}, ${signer.toLowerCase()}`;
    const keep = (words) => notes.signers.set(key, words);
    return element("td", {}, noted(key, notes.signers.get(key) ?? "", notes, keep));
  });
  const head = element("th", { scope: "row" }, signer);
  return element("tr", {}, head, typed, element("td"), element("td"));
}
