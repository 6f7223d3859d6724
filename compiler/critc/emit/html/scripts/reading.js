/** Reading the criteria: contents, search, filter, links, the queries, the theme. */

import { fillContents } from "./contents.js";
import { element } from "./elements.js";
import { startFilter } from "./filter.js";
import { startLinks } from "./links.js";
import { startQueries } from "./queries.js";
import { allQueries } from "./wording.js";

/**
 * Fills the toolbar of reading, and what belongs to it.
 * @param {State} state
 * @param {object} protocol
 */
export function startReading(state, protocol) {
  const criteria = [...document.querySelectorAll("#criteria li.criterion")];
  const filter = startFilter(state, criteria);
  const tools = document.getElementById("reading-tools");
  tools.append(filter.search, themeChoice(), filter.choice, fillContents(state, criteria));
  startLinks(criteria, filter.showAll);
  startQueries(protocol, allQueries());
}

const THEMES = [
  ["", "As the system has it"],
  ["light", "Light"],
  ["dark", "Dark"],
  ["contrast", "High contrast"],
];

/** The choice of colours; it lasts as long as the page is open. */
function themeChoice() {
  const options = THEMES.map(([value, words]) => element("option", { value }, words));
  const choice = element(
    "select",
    {
      autocomplete: "off",
      onchange: () => {
        if (choice.value) document.documentElement.dataset.theme = choice.value;
        else delete document.documentElement.dataset.theme;
      },
    },
    options,
  );
  return element("label", { class: "theme" }, element("span", {}, "Colours"), choice);
}
