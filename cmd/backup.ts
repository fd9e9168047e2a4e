import { setPriority } from "node:os";
import { parseArgs } from "node:util";
import { makeBackup, restoreBackup, upgrade as upgradeWithBackup } from "../src/app/backup.ts";
import { readEnvironment } from "./environment.ts";

// Compressing shall not take the processor from a server on the same machine.
const POLITE = 10;

/** `node cmd/ctl.ts backup [file]`: writes the whole installation into one file; servers may run meanwhile. */
export async function backup(): Promise<void> {
  setPriority(POLITE);
  const file = await makeBackup(readEnvironment(process.env), process.argv[3]);
  console.log(`Everything is in ${file}, also the keys: keep it where nobody else can read it.`);
}

/** `node cmd/ctl.ts restore <file> --yes`: puts a backup in the place of all there is; no server may run. */
export async function restore(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    options: { yes: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || !values.yes) {
    console.error("usage: node cmd/ctl.ts restore <file> --yes    (everything there is now will be gone)");
    process.exitCode = 2;
    return;
  }
  const { version, createdAt } = await restoreBackup(readEnvironment(process.env), file);
  console.log(`All is as it was on ${createdAt}, with Chatter ${version}. Everybody has to sign in again.`);
}

/** `node cmd/ctl.ts upgrade`: makes a backup and brings the database to the newest schema; no server may run. */
export async function upgrade(): Promise<void> {
  const file = await upgradeWithBackup(readEnvironment(process.env));
  if (file === undefined) return console.log("The database has the newest schema already.");
  console.log(`The database has the newest schema. How it was is in ${file}; to go back, start the version`);
  console.log(`before with: node cmd/ctl.ts restore ${file} --yes`);
}
