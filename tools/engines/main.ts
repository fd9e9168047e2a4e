// node tools/engines/main.ts get|up|down [name…]: brings, starts or stops the named engines, or all there are.
import { EngineError } from "./errors.ts";
import { obtain } from "./obtain.ts";
import { cacheFolder } from "./program.ts";
import { type EngineName, engines } from "./table.ts";
import { takeTurn } from "./turn.ts";
import { bringDown, bringUp } from "./up.ts";

const tasks: Readonly<Record<string, (name: EngineName) => Promise<void> | void>> = {
  get: (name) => obtain(engines[name]),
  up: async (name) => print(await bringUp(name)),
  down: (name) => bringDown(name),
};

const [asked = "", ...named] = process.argv.slice(2);
const task = tasks[asked];
const known = Object.keys(engines) as EngineName[];
if (task === undefined || named.some((it) => !known.includes(it as EngineName))) {
  throw new Error(`Usage: node tools/engines/main.ts ${Object.keys(tasks).join("|")} [${known.join("|")}]…`);
}

const turn = takeTurn(cacheFolder);
const chosen = known.filter((it) => named.length === 0 || named.includes(it));
// Those that keep their data in another one stop before it.
for (const name of asked === "down" ? chosen.toReversed() : chosen) {
  try {
    await task(name);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    // The others are of use without it.
    console.error(error.message);
    process.exitCode = 1;
  }
}
turn.close();

function print(settings: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(settings)) console.log(`${name}=${value}`);
}
