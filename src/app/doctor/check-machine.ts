import { access, constants, mkdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { webClient } from "../web-client.ts";
import { type Check, type Finding, fine, problem, warning } from "./finding.ts";

const GIB = 1024 ** 3;
const NEEDED_GIB = 1;
const COMFORTABLE_GIB = 5;
const OTHERS = 0o077;

/** The folder, the room on its disk, the key in it, and the web client. */
export const checkMachine: Check = async (config) => [
  ...(await checkFolder(config)),
  await checkKey(config),
  await checkWebClient(),
];

async function checkFolder({ dataDir }: Config): Promise<Finding[]> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.R_OK | constants.W_OK);
  } catch {
    const remedy = "let the user that Chatter runs as own it, or name another folder in DATA_DIR";
    return [problem(`The data folder ${dataDir} cannot be written.`, remedy)];
  }
  const { bavail, bsize } = await statfs(dataDir);
  return [fine(`The data folder ${dataDir} can be written.`), room((bavail * bsize) / GIB)];
}

/** PostgreSQL stops when it cannot write, so there is time to act only before that. */
export function room(gib: number): Finding {
  const what = `${gib.toFixed(1)} GiB are free on its disk.`;
  const remedy = "make room, or move DATA_DIR to a larger disk";
  if (gib < NEEDED_GIB) return problem(what, remedy);
  return gib < COMFORTABLE_GIB ? warning(what, remedy) : fine(what);
}

async function checkKey({ dataDir, vault }: Config): Promise<Finding> {
  const file = join(dataDir, "secrets.key");
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) {
    const what = vault
      ? "Vault keeps the key of secrets."
      : "There is no key of secrets yet; the first start makes it.";
    return fine(what);
  }
  if ((found.mode & OTHERS) === 0) return fine(`The key of secrets in ${file} is its owner's alone.`);
  return problem(`The key of secrets in ${file} can be read by others.`, `chmod 600 ${file}`);
}

async function checkWebClient(): Promise<Finding> {
  const built = await stat(join(webClient, "index.html")).catch(() => undefined);
  return built ? fine("The web client is built.") : problem("The web client is not built.", "make web");
}
