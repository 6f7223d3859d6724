/** The list of protocols, each with how it stands. */

import { follow, level, standing } from "./watch.js";

const list = document.getElementById("protocols");
const state = document.getElementById("state");

follow(
  (protocols) => {
    list.replaceChildren(...protocols.map(entry));
    const broken = protocols.filter(({ problems }) => problems.length > 0).length;
    state.textContent = broken > 0 ? `${broken} of ${protocols.length} with mistakes` : "";
  },
  (words) => {
    state.textContent = words;
  },
);

function entry(protocol) {
  const item = document.getElementById("protocol").content.cloneNode(true);
  item.querySelector("a").href = `/protocol/${encodeURIComponent(protocol.name)}`;
  item.querySelector(".name").textContent = protocol.name;
  item.querySelector(".title").textContent = protocol.title;
  const found = item.querySelector(".found");
  found.textContent = standing(protocol);
  found.classList.add(level(protocol));
  return item;
}
