/** What the script of a protocol calls, and what pages and tests ask of it. */

export * from "./clauses.js";
export * from "./comparisons.js";
export * from "./dates.js";
export * from "./entries.js";
export * from "./joined.js";
export * from "./lists.js";
export { Live } from "./live.js";
export { loadPatient, readPatient } from "./loading.js";
export * from "./picks.js";
export { Power, provideApproximation, Root } from "./powers.js";
export { patientJson } from "./saving.js";
export { screen } from "./screening.js";
export * from "./tables.js";
export * from "./terms.js";
export { Tree } from "./trees.js";
export * from "./windows.js";
export { Worth } from "./worth.js";
