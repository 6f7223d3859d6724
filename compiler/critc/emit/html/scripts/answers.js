/** The controls with which each kind of question is answered. */

import { buttons, labelled, selectFrom, tickBox, typedField, typedText } from "./controls.js";
import { element } from "./elements.js";

/**
 * @typedef {Object} Answer
 * @property {boolean} grouped whether it is a group of controls, and its question a legend
 * @property {string} kind a word for the style sheet
 * @property {Node[]} elements
 * @property {() => *} read
 * @property {(value: *) => void} write
 * @property {(part: string) => HTMLElement} control
 */

/** More options, or longer ones in all, are chosen from a list that opens. */
const MOST_BUTTONS = 7;
const MOST_LETTERS = 140;
const MOST_LETTERS_IN_RECORD = 40;

/** @returns {Answer} the controls for what is declared; `id` begins the ids of its elements */
export function answerFor(declared, id, described) {
  switch (declared.kind) {
    case "yes/no":
      return yesNoAnswer(id);
    case "judgement":
      return judgementAnswer(id);
    case "quantity":
      return quantityAnswer(declared, id, described);
    case "date":
      return declared.orNone ? dateOrNoneAnswer(id, described) : typedAnswer(id, described, "date");
    case "period":
      return periodAnswer(declared, id, described);
    case "choice":
      return choiceAnswer(declared, id, described);
    case "set":
      return setAnswer(declared, id);
    case "text":
      return typedAnswer(id, described, "text");
    default:
      return typedAnswer(
        id,
        described,
        "number",
        declared.kind === "whole" ? "numeric" : "decimal",
      );
  }
}

function typedAnswer(id, described, kind, mode) {
  const input = typedField(id, kind, described, { inputmode: mode });
  return {
    grouped: false,
    kind,
    elements: [input],
    read: () => typedText(input),
    write: (value) => {
      input.value = value ?? "";
    },
    control: () => input,
  };
}

function yesNoAnswer(id) {
  const group = buttons(id, [
    ["true", "yes"],
    ["false", "no"],
  ]);
  return {
    grouped: true,
    kind: "yes-no",
    elements: [group.element],
    read: () => ({ true: true, false: false })[group.read()],
    write: (value) => group.write(value === undefined ? "" : String(value)),
    control: group.control,
  };
}

function judgementAnswer(id) {
  const group = buttons(
    id,
    [
      ["yes", "yes"],
      ["no", "no"],
    ],
    "not yet",
  );
  const by = typedField(`${id}-by`, "text", undefined);
  const on = typedField(`${id}-on`, "date", `${id}-wrong`);
  const signed = element(
    "div",
    { class: "signed", hidden: true },
    labelled("by", by),
    labelled("on", on),
  );
  group.element.addEventListener("input", () => {
    signed.hidden = group.read() === "";
  });
  return {
    grouped: true,
    kind: "judgement",
    elements: [group.element, signed],
    read: () => {
      const answer = group.read() || undefined;
      const [who, when] = [typedText(by), typedText(on)];
      return answer && (who || when) ? { answer, by: who, on: when } : answer;
    },
    write: (value) => {
      const said = typeof value === "object" ? value : { answer: value };
      group.write(["yes", "no"].includes(said.answer) ? said.answer : "");
      by.value = said.by ?? "";
      on.value = said.on ?? "";
      signed.hidden = group.read() === "";
    },
    control: (part) => ({ by, on })[part] ?? group.control(),
  };
}

const BOUND_SIGNS = [
  ["", "="],
  ["<", "<"],
  ["<=", "≤"],
  [">", ">"],
  [">=", "≥"],
];

function quantityAnswer(declared, id, described) {
  const bound = selectFrom(BOUND_SIGNS, {
    class: "bound",
    "aria-label": "Reported as equal to, below or above",
  });
  const value = typedField(id, "number", described, {
    inputmode: "decimal",
    "aria-label": "Value",
  });
  const units = offeredUnits(declared.units);
  const unit = units.length > 1 ? selectFrom(units, { class: "unit", "aria-label": "Unit" }) : null;
  const [lln, uln] = ["lln", "uln"].map((side) =>
    typedField(`${id}-${side}`, "number", `${id}-wrong`, { inputmode: "decimal" }),
  );
  const limits = normalLimits(declared, lln, uln);
  return {
    grouped: true,
    kind: "quantity",
    elements: [
      element(
        "div",
        { class: "amount" },
        bound,
        value,
        unit ?? element("span", { class: "unit" }, units[0][1]),
      ),
      ...(limits ? [limits] : []),
    ],
    read: () => {
      const given = {
        value: typedText(value),
        bound: bound.value || undefined,
        uln: typedText(uln),
        lln: typedText(lln),
      };
      const kept = Object.entries(given).filter(([, each]) => each !== undefined);
      const nothing = kept.every(([key]) => key === "bound");
      return nothing
        ? undefined
        : { ...Object.fromEntries(kept), unit: unit?.value ?? units[0][0] };
    },
    write: (given) => {
      value.value = given?.value ?? "";
      bound.value = given?.bound ?? "";
      lln.value = given?.lln ?? "";
      uln.value = given?.uln ?? "";
      if (unit) chooseUnit(unit, given?.unit, declared.units);
    },
    control: (part) => ({ uln, lln, unit, bound })[part] ?? value,
  };
}

/** A unit further from the declared one is no one's, such as a body weight in nanograms. */
const FURTHEST_UNIT = 1000;

/** The units to choose from, each once; a file may hold other spellings, and units further off. */
function offeredUnits(units) {
  const near = units.filter(({ factor = "1" }) => {
    const [over, under = 1] = factor.split("/").map(Number);
    return Math.max(over / under, under / over) <= FURTHEST_UNIT;
  });
  const offered = near.map((unit) => [unit.code, unitInWords(unit)]);
  return offered.filter(([, words], i) => i === offered.findIndex((each) => each[1] === words));
}

const unitInWords = ({ code, shown }) => shown || code;

/** Chooses the unit of a loaded answer, under whichever of its spellings; it is offered from then on. */
function chooseUnit(select, code, units) {
  const words = unitInWords(units.find((unit) => unit.code === code) ?? units[0]);
  const options = [...select.options];
  const offered = options.find((option) => option.textContent === words);
  if (!offered) select.append(element("option", { value: code }, words));
  select.value = offered?.value ?? code;
}

/** Fields for the limits of normal that some criterion counts from; null where none does. */
function normalLimits({ limits, sides = [] }, lln, uln) {
  if (!limits || sides.length === 0) return null;
  const parts = {
    "lower,upper": [
      ["normal from", lln],
      ["to", uln],
    ],
    lower: [["lower limit of normal", lln]],
    upper: [["upper limit of normal", uln]],
  }[sides];
  return element(
    "div",
    { class: "limits" },
    parts.map(([words, input]) => labelled(words, input)),
  );
}

/** A tick for "none" beside fields: either says that the other does not hold. */
function noneBeside(id, inputs) {
  const none = tickBox(`${id}-none`, "none");
  none.input.addEventListener("input", () => {
    if (none.input.checked) for (const input of inputs) clearInput(input);
  });
  for (const input of inputs) {
    input.addEventListener("input", () => {
      if (isAnswered(input)) none.input.checked = false;
    });
  }
  return none;
}

function isAnswered(input) {
  return input.type === "checkbox" ? input.checked : input.value !== "";
}

function clearInput(input) {
  if (input.type === "checkbox") input.checked = false;
  else input.value = "";
}

function dateOrNoneAnswer(id, described) {
  const day = typedField(`${id}-day`, "date", described, { "aria-label": "Date" });
  const none = noneBeside(id, [day]);
  return {
    grouped: true,
    kind: "date",
    elements: [day, none.label],
    read: () => (none.input.checked ? "none" : typedText(day)),
    write: (value) => {
      none.input.checked = value === "none";
      day.value = value === "none" ? "" : (value ?? "");
    },
    control: () => (none.input.checked ? none.input : day),
  };
}

function periodAnswer(declared, id, described) {
  const start = typedField(`${id}-start`, "date", described);
  const end = typedField(`${id}-end`, "date", described);
  const ongoing = tickBox(`${id}-ongoing`, "ongoing");
  ongoing.input.addEventListener("input", () => {
    if (ongoing.input.checked) end.value = "";
  });
  end.addEventListener("input", () => {
    if (end.value) ongoing.input.checked = false;
  });
  const none = declared.orNone ? noneBeside(id, [start, end, ongoing.input]) : null;
  return {
    grouped: true,
    kind: "period",
    elements: [
      labelled("from", start),
      labelled("to", end),
      ongoing.label,
      ...(none ? [none.label] : []),
    ],
    read: () => {
      if (none?.input.checked) return "none";
      const last = ongoing.input.checked ? "ongoing" : typedText(end);
      const first = typedText(start);
      return first || last
        ? { ...(first && { start: first }), ...(last && { end: last }) }
        : undefined;
    },
    write: (value) => {
      const given = value === "none" ? undefined : value;
      if (none) none.input.checked = value === "none";
      start.value = given?.start ?? "";
      ongoing.input.checked = given?.end === "ongoing";
      end.value = ongoing.input.checked ? "" : (given?.end ?? "");
    },
    control: (part) => (part === "end" ? end : start),
  };
}

function choiceAnswer(declared, id, described) {
  const options = declared.options.map(({ name, label }) => [name, label]);
  const letters = options.reduce((sum, [, label]) => sum + label.length, 0);
  const room = declared.inRecord ? MOST_LETTERS_IN_RECORD : MOST_LETTERS;
  if (options.length <= MOST_BUTTONS && letters <= room) {
    const group = buttons(id, options);
    return {
      grouped: true,
      kind: "choice",
      elements: [group.element],
      read: () => group.read() || undefined,
      write: (value) => group.write(value ?? ""),
      control: group.control,
    };
  }
  const select = selectFrom([["", "not known"], ...options], { id, "aria-describedby": described });
  return {
    grouped: false,
    kind: "choice",
    elements: [select],
    read: () => select.value || undefined,
    write: (value) => {
      select.value = value ?? "";
    },
    control: () => select,
  };
}

function setAnswer(declared, id) {
  const ticks = declared.options.map(({ name, label }) =>
    tickBox(`${id}-${name}`, label, { value: name }),
  );
  const whether = buttons(`${id}-complete`, [["all", ""]], "");
  const [allWords, openWords] = whether.element.querySelectorAll("span");
  const ticked = () => ticks.filter(({ input }) => input.checked).map(({ input }) => input.value);
  let before = 0;
  const reword = () => {
    before = ticked().length;
    allWords.textContent = before === 0 ? "none of these" : "that is all";
    openWords.textContent = before === 0 ? "not known" : "there may be more";
  };
  for (const { input } of ticks) {
    input.addEventListener("input", () => {
      // That none holds is no more true once one does; and of none left, nothing was said.
      if ((before === 0) !== (ticked().length === 0)) whether.write("");
      reword();
    });
  }
  reword();
  return {
    grouped: true,
    kind: "set",
    elements: [
      element(
        "div",
        { class: "ticks" },
        ticks.map(({ label }) => label),
      ),
      whether.element,
    ],
    read: () => {
      const values = ticked();
      if (whether.read() === "all") return values;
      return values.length > 0 ? { values, complete: false } : undefined;
    },
    write: (value) => {
      const values = Array.isArray(value) ? value : (value?.values ?? []);
      for (const { input } of ticks) input.checked = values.includes(input.value);
      const all = Array.isArray(value) || value?.complete === true;
      whether.write(all ? "all" : "");
      reword();
    },
    control: () => ticks[0].input,
  };
}
