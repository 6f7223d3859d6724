/** The words of the protocol, as the page shows them. */

/** The words of a criterion, verbatim. */
export function wordingOf(id) {
  return document.querySelector(`#${CSS.escape(id)} > blockquote`).textContent.trim();
}

/**
 * The queries to the sponsor, in the order of the protocol.
 * @returns {Array<{criterion: string, place: string, kind: string, question: string, reading: string}>}
 *   `criterion` is its id, `place` the words of where the query stands
 */
export function allQueries() {
  return [...document.querySelectorAll("#queries li")].map((item) => ({
    criterion: item.dataset.criterion.split("-")[0],
    place: textIn(item, "a"),
    kind: textIn(item, ".kind"),
    question: textIn(item, ".question"),
    reading: textIn(item, ".reading"),
  }));
}

/** The queries about one criterion. */
export function queriesOf(id) {
  return allQueries().filter(({ criterion }) => criterion === id);
}

function textIn(item, selector) {
  return item.querySelector(selector).textContent.trim();
}
