import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unless } from "../platform/files/unless.ts";

/** The folder of the built web client. */
export const webClient = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** Changes with each build: the page names its scripts by their content. Before the first build it is empty. */
export async function versionOf(folder: string): Promise<string> {
  const page = await readFile(join(folder, "index.html")).catch(unless("ENOENT"));
  return page === undefined ? "" : createHash("sha256").update(page).digest("base64url").slice(0, 12);
}
