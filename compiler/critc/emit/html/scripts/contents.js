/** The contents: a link to each criterion, with the mark of its outcome. */

import { element } from "./elements.js";
import { markOf, outcomeInWords, stateOf } from "./outcomes.js";

/**
 * The contents, kept as the outcomes are.
 * @param {State} state
 * @param {Element[]} criteria
 * @returns {HTMLElement}
 */
export function fillContents(state, criteria) {
  const links = new Map(criteria.map(({ id }) => [id, contentsLink(id)]));
  state.subscribe(({ result }) => {
    for (const each of result.screening.criteria) showOutcome(links.get(each.id), each);
  });
  const items = [...links.values()].map((link) => element("li", {}, link));
  return element("nav", { class: "contents", "aria-label": "Criteria" }, element("ol", {}, items));
}

function contentsLink(id) {
  const mark = element("span", { class: "mark", "aria-hidden": "true" });
  return element(
    "a",
    { href: `#${id}` },
    element("b", {}, id),
    " ",
    mark,
    element("span", { class: "unseen" }),
  );
}

function showOutcome(link, result) {
  const state = stateOf(result);
  if (link.dataset.state === state) return;
  link.dataset.state = state;
  link.querySelector(".mark").textContent = markOf(state);
  link.querySelector(".unseen").textContent = outcomeInWords(result.id, state);
}
