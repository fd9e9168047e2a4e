import type { ExportId, OrgId, UserId } from "../../../kernel/ids.ts";

/** Public channels only, or private channels and direct conversations too. */
export type ExportScope = "public" | "everything";

export type ExportState = "running" | "ready" | "canceled" | "failed" | "expired";

/** What an owner asked for. It stays as a record when the file is gone. */
export interface OrgExport {
  readonly id: ExportId;
  readonly orgId: OrgId;
  readonly scope: ExportScope;
  readonly state: ExportState;
  readonly askedBy: UserId;
  readonly askedAt: Date;
  /** How many there were when it began, and how many are written. */
  readonly channels: number;
  readonly channelsDone: number;
  readonly messages: number;
  /** Of the compressed file, as far as it is written. */
  readonly bytes: number;
  readonly endedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly downloads: number;
  readonly downloadedAt: Date | undefined;
}

const KEPT_MS = 7 * 86_400_000;

export function newExport(
  wish: Pick<OrgExport, "id" | "orgId" | "scope" | "askedBy" | "askedAt">,
): OrgExport {
  return {
    ...wish,
    state: "running",
    ...{ channels: 0, channelsDone: 0, messages: 0, bytes: 0, downloads: 0 },
    ...{ endedAt: undefined, expiresAt: undefined, downloadedAt: undefined },
  };
}

/** A week from when it is ready. */
export function expiryOf(readyAt: Date): Date {
  return new Date(readyAt.getTime() + KEPT_MS);
}

/** What becomes of one that nobody wants any more; undefined where there is nothing to take away. */
export function stateOnceCanceled(state: ExportState): "canceled" | "expired" | undefined {
  if (state === "running") return "canceled";
  return state === "ready" ? "expired" : undefined;
}
