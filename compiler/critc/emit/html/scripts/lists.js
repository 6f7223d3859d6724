/** Lists of records in the form: therapies, lesions, results of one measurement. */

import { buttons } from "./controls.js";
import { button, element } from "./elements.js";
import { makeQuestion } from "./questions.js";
import { announce } from "./speech.js";

/** The records that a value holds, whether or not they are all. */
export function recordsIn(value) {
  return Array.isArray(value) ? value : (value?.records ?? []);
}

/**
 * A list of the form. What is typed in its records is stored by the form; adding, copying and taking
 * away a record, and whether they are all, by the list itself.
 *
 * @param {object} listed its entry of the data dictionary
 * @param {State} state
 * @param {Map<string, Question>} questions where those of its records are put, by path
 */
export function makeList(listed, state, questions) {
  const title = listed.title;
  const { name } = listed;
  const id = `q-${name}`;
  const records = element("ol", { class: "records" });
  const whether = buttons(`${id}-complete`, [["all", ""]], "");
  const [allWords, openWords] = whether.element.querySelectorAll("span");
  const undo = button("Undo", () => undoRemoval(), { class: "quiet", hidden: true });
  const adding = button("Add one", () => add({}), { "aria-describedby": `${id}-title` });
  const made = element(
    "section",
    { class: "list question", "data-path": name, "aria-labelledby": `${id}-title` },
    element("h4", { id: `${id}-title` }, title),
    element(
      "p",
      { class: "hint" },
      [criteriaOf(listed).join(" "), listed.codes].filter(Boolean).join(" · "),
    ),
    records,
    element(
      "div",
      { class: "list-foot" },
      adding,
      undo,
      element("div", { role: "group", "aria-label": `${title}: is that all?` }, whether.element),
    ),
    element("p", { class: "wrong", id: `${id}-wrong` }),
  );
  let removed = null;

  whether.element.addEventListener("input", (event) => {
    event.stopPropagation();
    store(current(), whether.read() === "all");
  });

  function current() {
    return recordsIn(state.at(name));
  }

  function isComplete() {
    const value = state.at(name);
    return Array.isArray(value) || value?.complete === true;
  }

  function store(items, complete) {
    const open = items.length > 0 ? { records: items, complete: false } : undefined;
    state.change(name, complete ? [...items] : open);
    if (records.childElementCount !== items.length) render();
    reword();
  }

  function add(record) {
    const items = current();
    // That there are none holds no more once there is one.
    store([...items, record], isComplete() && items.length > 0);
    forgetRemoval();
    focusRecord(items.length);
    announce(`${title}: no. ${items.length + 1} added.`);
  }

  function remove(index) {
    const items = current();
    removed = { index, record: items[index], complete: isComplete() };
    const left = items.filter((_, i) => i !== index);
    store(left, isComplete() && left.length > 0);
    undo.hidden = false;
    undo.focus();
    announce(`${title}: no. ${index + 1} removed. It can be undone.`);
  }

  function undoRemoval() {
    const items = [...current()];
    items.splice(removed.index, 0, removed.record);
    store(items, removed.complete);
    focusRecord(removed.index);
    forgetRemoval();
  }

  function forgetRemoval() {
    removed = null;
    undo.hidden = true;
  }

  function focusRecord(index) {
    questions.get(`${name}[${index}].${listed.fields[0].name}`).control("").focus();
  }

  function reword() {
    const some = current().length > 0;
    allWords.textContent = some ? "these are all" : "there are none";
    openWords.textContent = some ? "there may be more" : "not known";
    whether.write(isComplete() ? "all" : "");
  }

  function render() {
    for (const path of [...questions.keys()])
      if (path.startsWith(`${name}[`)) questions.delete(path);
    records.replaceChildren(...current().map(recordItem));
  }

  function recordItem(record, index) {
    const at = `${name}[${index}]`;
    const fields = listed.fields
      .filter(({ unused }) => !unused)
      .map((declared) => {
        const question = makeQuestion(worded(declared, listed), `${at}.${declared.name}`);
        if (listed.kind === "measurement" && declared.kind === "quantity") question.record = at;
        question.write(question.record ? record : record[declared.name]);
        questions.set(question.path, question);
        return question.element;
      });
    const number = `${listed.each === "result" ? "Result" : "Record"} ${index + 1}`;
    const words = element("legend", {}, element("span", { class: "unseen" }, `${title}, `), number);
    const tools = element(
      "div",
      { class: "record-actions" },
      button("Copy", () => add(structuredClone(current()[index])), {
        "aria-label": `Copy ${number}`,
      }),
      button("Remove", () => remove(index), { "aria-label": `Remove ${number}` }),
    );
    return element(
      "li",
      { class: "record" },
      element("fieldset", {}, words, tools, element("div", { class: "fields" }, fields)),
    );
  }

  render();
  reword();
  return {
    listed,
    path: name,
    element: made,
    control: () => (current().length > 0 || isComplete() ? whether.control() : adding),
    rewrite: () => {
      forgetRemoval();
      render();
      reword();
    },
  };
}

/** A field as the form asks it; a result is not called by the title of its list again. */
function worded(declared, { title, kind, sides }) {
  const question = declared.question === title ? "Result" : declared.question;
  return {
    ...declared,
    question,
    inRecord: true,
    sides: kind === "records" ? ["lower", "upper"] : sides,
  };
}

/** The criteria that ask anything of the records of a list. */
export function criteriaOf(listed) {
  return [
    ...new Set(listed.criteria ?? listed.fields.flatMap((declared) => declared.criteria ?? [])),
  ];
}
