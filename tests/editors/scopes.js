// Prints for each line of the named .crit files what kinds of words are in it by the extension's grammar:
// `scopes.js FILE…`. A kind is the innermost scope without its ending `.crit`; spaces are left out.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const modules = createRequire(`${process.env.NODE_PATH}/`);
const oniguruma = modules("vscode-oniguruma");
const { INITIAL, Registry, parseRawGrammar } = modules("vscode-textmate");

const GRAMMAR = new URL("../../editors/vscode/syntaxes/crit.tmLanguage.json", import.meta.url);

async function grammar() {
  await oniguruma.loadWASM(readFileSync(modules.resolve("vscode-oniguruma/release/onig.wasm")));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => parseRawGrammar(readFileSync(GRAMMAR, "utf8"), GRAMMAR.pathname),
  });
  return registry.loadGrammar("source.crit");
}

function* words(line, tokens) {
  for (const { startIndex, endIndex, scopes } of tokens) {
    const text = line.slice(startIndex, endIndex).trim();
    if (text) yield `${scopes.at(-1).replace(/\.?crit$/, "")}‹${text}›`;
  }
}

function* described(crit, text) {
  let state = INITIAL;
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const { tokens, ruleStack } = crit.tokenizeLine(line, state);
    state = ruleStack;
    yield [...words(line, tokens)].join(" ");
  }
}

const crit = await grammar();
for (const path of process.argv.slice(2)) {
  console.log([...described(crit, readFileSync(path, "utf8"))].join("\n"));
}
