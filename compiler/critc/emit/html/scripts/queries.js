/** The queries to the sponsor, as text that can be pasted into a mail, a document or a table. */

import { copyButton } from "./clipboard.js";

/**
 * Puts the buttons that copy the list beside it, where the protocol has queries.
 * @param {object} protocol
 * @param {Array<Query>} queries see `allQueries`
 */
export function startQueries(protocol, queries) {
  const tools = document.querySelector("#queries .tools");
  if (!tools || queries.length === 0) return;
  tools.append(
    copyButton("Copy as text", () => queriesAsText(protocol, queries)),
    copyButton("Copy as Markdown", () => queriesAsMarkdown(protocol, queries)),
    copyButton("Copy for a spreadsheet", () => queriesAsTable(queries)),
  );
}

const QUERY_HEADS = ["No.", "Criterion", "Kind", "Question", "Until answered, read as"];

function titleOf({ id, version }) {
  return `Questions for the sponsor: ${[id, version].filter(Boolean).join(", ")}`;
}

/** A paragraph for each query. */
export function queriesAsText(protocol, queries) {
  const told = queries.map(({ place, kind, question, reading }, i) => {
    const asked = `${i + 1}. ${place} (${kind}): ${onOneLine(question)}`;
    return `${asked}\n   Until answered, read as: ${onOneLine(reading)}`;
  });
  return [titleOf(protocol), ...told].join("\n\n");
}

/** A table of Markdown. */
export function queriesAsMarkdown(protocol, queries) {
  const row = (cells) => `| ${cells.map(markdownCell).join(" | ")} |`;
  const rule = `|${" --- |".repeat(QUERY_HEADS.length)}`;
  const rows = queries.map((query, i) => row(cellsOf(query, i)));
  return [`## ${markdownCell(titleOf(protocol))}`, "", row(QUERY_HEADS), rule, ...rows].join("\n");
}

/** Lines of cells with tabs between them, as a spreadsheet takes them. */
export function queriesAsTable(queries) {
  const rows = [QUERY_HEADS, ...queries.map(cellsOf)];
  return rows.map((cells) => cells.map(spreadsheetCell).join("\t")).join("\n");
}

function cellsOf({ place, kind, question, reading }, i) {
  return [String(i + 1), place, kind, question, reading];
}

function onOneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

function markdownCell(text) {
  return onOneLine(text).replace(/[\\`*_{}[\]()#+!|<>~&-]/g, "\\$&");
}

/** A text that begins as a formula does is quoted, or the spreadsheet would compute it. */
function spreadsheetCell(text) {
  const line = onOneLine(text);
  return /^[=+@-]/.test(line) ? `'${line}` : line;
}
