import { existsSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { dataFolder, findRunningServer } from "./running-server.ts";

const { force } = parseArgs({ options: { force: { type: "boolean", default: false } } }).values;

if (findRunningServer() !== undefined) {
  console.error("A server runs on this data: stop it first (make down).");
  process.exitCode = 1;
} else if (!existsSync(dataFolder)) {
  console.log(`There is nothing in ${dataFolder}.`);
} else if (force || (await confirmed())) {
  rmSync(dataFolder, { recursive: true });
  console.log(`Deleted ${resolve(dataFolder)}.`);
} else {
  console.log("Nothing was deleted.");
  process.exitCode = 1;
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.error("Nobody can be asked here: run make init FORCE=1.");
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const question = `Delete every message, file and account in ${resolve(dataFolder)}? Type "delete": `;
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim() === "delete";
}
