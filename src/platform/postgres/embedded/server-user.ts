import { readFile, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { unless } from "../../files/unless.ts";
import { EmbeddedPostgresError, useOwnServer } from "./errors.ts";

/** Whom the server runs as. PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const unprivileged = ["postgres", "_postgres", "nobody"];

/**
 * Ourselves; for root, the owner of the existing cluster, so that a folder made by one user opens under root
 * too, and otherwise the first unprivileged account there is.
 */
export async function chooseServerUser(cluster: string): Promise<ServerUser> {
  const owner = await findOwner(cluster);
  if (isRoot()) {
    if (owner?.uid === 0) throw otherOwner(cluster, 0, "postgres");
    return owner ?? (await findUnprivileged());
  }
  const self = ourselves();
  if (owner && owner.uid !== self.uid) throw otherOwner(cluster, owner.uid, String(self.uid));
  return self;
}

function ourselves(): ServerUser {
  return { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
}

export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/** initdb asks the system for the name of its user, and fails on a bare number as containers may give. */
export function assertUserHasName(user: ServerUser): void {
  if (user.uid !== process.geteuid?.()) return;
  try {
    userInfo();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "no-system-user",
      `The embedded PostgreSQL cannot make its folder: the user id ${user.uid} has no entry in /etc/passwd. ` +
        `Run as a user that has a name. ${useOwnServer}`,
      { cause },
    );
  }
}

async function findOwner(cluster: string): Promise<ServerUser | undefined> {
  const folder = await stat(cluster).catch(unless("ENOENT"));
  return folder && { uid: folder.uid, gid: folder.gid };
}

async function findUnprivileged(): Promise<ServerUser> {
  const accounts = (await readAccounts()).split("\n").map((line) => line.split(":"));
  for (const name of unprivileged) {
    const [, , uid, gid] = accounts.find((fields) => fields[0] === name) ?? [];
    if (Number(uid) > 0 && Number(gid) >= 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new EmbeddedPostgresError(
    "no-system-user",
    `PostgreSQL does not run as root, and none of the users ${unprivileged.join(", ")} exists. ` +
      `Start as another user. ${useOwnServer}`,
  );
}

async function readAccounts(): Promise<string> {
  return (await readFile("/etc/passwd", "utf8").catch(unless("ENOENT"))) ?? "";
}

function otherOwner(cluster: string, owner: number, wanted: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "folder-of-other-user",
    `The database folder ${cluster} belongs to user id ${owner}, and PostgreSQL opens it for its owner only` +
      `${owner === 0 ? ", which must not be root" : ""}. Start as its owner, or run: chown -R ${wanted} ${cluster}`,
  );
}
