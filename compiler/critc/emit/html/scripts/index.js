/** What a page has: the engine, which the protocol's own script calls, and what starts the page. */

export * from "../../javascript/runtime/index.js";
export { start } from "./main.js";
