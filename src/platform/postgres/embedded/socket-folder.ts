import { createHash } from "node:crypto";
import { chown, lstat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedPostgresError, systemCode } from "./errors.ts";
import type { ServerUser } from "./server-user.ts";

/** Part of the socket's file name; no TCP port is opened. */
export const socketPort = 54321;

/** The kernel's limit for the path of a socket, in bytes. */
const longestPath = process.platform === "darwin" ? 103 : 107;

export interface SocketFolder {
  /** As the server, whose working directory is the cluster, names it. */
  readonly forServer: string;
  /** As clients name it. */
  readonly forClients: string;
}

/** The cluster itself, which is open to nobody else; a short folder as closed when its path is too long. */
export async function prepareSocketFolder(cluster: string, user: ServerUser): Promise<SocketFolder> {
  if (Buffer.byteLength(join(cluster, `.s.PGSQL.${socketPort}`)) <= longestPath) {
    return { forServer: ".", forClients: cluster };
  }
  const short = `/tmp/chatter-${createHash("sha256").update(cluster).digest("hex").slice(0, 16)}`;
  await makePrivate(short, user);
  return { forServer: short, forClients: short };
}

async function makePrivate(folder: string, user: ServerUser): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await chown(folder, user.uid, user.gid);
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    // Anybody may create folders in /tmp: one made by somebody else could lead clients to another server.
    const found = await lstat(folder);
    if (found.isDirectory() && found.uid === user.uid && (found.mode & 0o077) === 0) return;
    throw new EmbeddedPostgresError(
      "start-failed",
      `The path of the data folder is too long for a Unix socket, and its substitute ${folder} is not a ` +
        `private folder of user id ${user.uid}. Remove that folder, or use a data folder with a shorter path.`,
    );
  }
}
