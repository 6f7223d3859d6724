// As much of VS Code as an extension with a language client asks for, made up: what it shows is noted in
// `seen`, what it is asked for and does not know is a class whose every member is such a class.

import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const nothing = () => {};
const listening = () => ({ dispose: nothing });

/** Stands in for what is only named, inherited from or made while the client is loaded. */
const anything = new Proxy(class {}, {
  get: (target, name) => (name in target ? target[name] : anything),
  apply: () => anything,
});

/** A part of VS Code: its own members, and events and registrations that are heard of no more. */
function part(members) {
  return new Proxy(members, {
    get(target, name) {
      if (name in target) return target[name];
      return /^(?:on|register)[A-Z]/.test(String(name)) ? listening : anything;
    },
  });
}

class Disposable {
  static from() {
    return new Disposable();
  }
  dispose() {}
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: listening };
  cancel() {}
  dispose() {}
}

class EventEmitter {
  event = listening;
  fire() {}
  dispose() {}
}

class Place {
  constructor(...parts) {
    Object.assign(this, parts);
  }
}

class Diagnostic {
  constructor(range, message) {
    Object.assign(this, { range, message });
  }
}

class Uri {
  constructor(path) {
    this.scheme = "file";
    this.fsPath = path;
  }
  static file(path) {
    return new Uri(path);
  }
  static parse(text) {
    return new Uri(fileURLToPath(text));
  }
  toString() {
    return pathToFileURL(this.fsPath).href;
  }
}

function opened(path) {
  const text = readFileSync(path, "utf8");
  return { uri: new Uri(path), languageId: "crit", version: 1, getText: () => text };
}

/** VS Code with a folder, files open in it and the setting `critc.path`; `shown` hears of findings. */
export function madeUp({ folder, setting, trusted, files, shown, seen }) {
  const findings = {
    set: (uri, diagnostics) => shown(uri.fsPath, diagnostics ?? []),
    has: () => false,
    clear: nothing,
    dispose: nothing,
  };
  const channel = part({ logLevel: 3, dispose: nothing, clear: nothing });
  return part({
    CancellationTokenSource,
    Diagnostic,
    Disposable,
    EventEmitter,
    LogLevel: { Off: 0, Trace: 1 },
    Position: Place,
    Range: Place,
    Uri,
    commands: part({
      registerCommand(name) {
        seen.commands.push(name);
        return new Disposable();
      },
    }),
    env: part({
      appName: "Made up",
      clipboard: { writeText: (text) => seen.copied.push(text) },
      language: "en",
    }),
    languages: part({ createDiagnosticCollection: () => findings, match: () => 10 }),
    version: "1.91.0",
    window: part({
      createOutputChannel: () => channel,
      async showWarningMessage(text, ...buttons) {
        seen.told.push({ text, buttons });
        return buttons[0];
      },
      tabGroups: part({ all: [] }),
      visibleTextEditors: [],
    }),
    workspace: part({
      getConfiguration: () => ({ get: () => setting }),
      isTrusted: trusted,
      notebookDocuments: [],
      textDocuments: files.map(opened),
      workspaceFolders: [{ uri: new Uri(folder), name: "study", index: 0 }],
    }),
  });
}
