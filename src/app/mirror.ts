import { Mirror, type MirrorOptions } from "../platform/authz/spicedb/mirror.ts";
import type { Config } from "./config.ts";
import type { Lifecycle } from "./lifecycle.ts";

interface MirrorNeeds extends Omit<MirrorOptions, "spicedb"> {
  readonly config: Config;
  readonly lifecycle: Lifecycle;
}

/** Undefined where there is no SpiceDB. Its client is loaded only where there is one. */
export async function openMirror({ config, lifecycle, ...needs }: MirrorNeeds): Promise<Mirror | undefined> {
  if (config.spicedb === undefined) return undefined;
  const { connectToSpiceDb, explainedFailure } = await import("../platform/authz/spicedb/connect.ts");
  const spicedb = connectToSpiceDb(config.spicedb);
  lifecycle.opened("SpiceDB", async () => spicedb.close());
  const mirror = new Mirror({ spicedb, ...needs });
  lifecycle.opened("mirror of relationships", () => mirror.stop());
  try {
    await mirror.start();
  } catch (error) {
    throw explainedFailure(error);
  }
  return mirror;
}
