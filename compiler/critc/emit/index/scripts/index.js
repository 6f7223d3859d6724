// Shows the protocols that have all of the words in the search box; the box itself needs scripts.

const box = document.querySelector("#words");
const found = document.querySelector("#found");
const protocols = [...document.querySelectorAll(".protocols > li")].map((item) => ({
  item,
  text: folded(item.textContent),
}));

/** Text as it is compared: without accents, in small letters. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Shows what has all of the words, and says how many that are. */
function search() {
  const words = folded(box.value).split(/\s+/).filter(Boolean);
  for (const { item, text } of protocols) {
    item.hidden = !words.every((word) => text.includes(word));
  }
  const shown = protocols.filter(({ item }) => !item.hidden).length;
  found.textContent = words.length ? said(shown) : "";
}

/** How many protocols are shown, in words. */
function said(shown) {
  if (shown === 0) {
    return "No protocol has all of these words.";
  }
  return shown === 1 ? "1 protocol" : `${shown} protocols`;
}

box.addEventListener("input", search);
box.closest("[role=search]").hidden = false;
search(); // a browser may give back what was written before
