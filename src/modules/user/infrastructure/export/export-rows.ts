import type { OrgExport } from "../../domain/export.ts";
import type { ExportRow } from "../schema.ts";

export function toExport(row: ExportRow): OrgExport {
  return {
    id: row.id,
    orgId: row.org_id,
    scope: row.scope,
    state: row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    channels: row.channels,
    channelsDone: row.channels_done,
    messages: Number(row.messages),
    bytes: Number(row.bytes),
    endedAt: row.ended_at ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    downloads: row.downloads,
    downloadedAt: row.downloaded_at ?? undefined,
  };
}
