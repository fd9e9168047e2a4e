import type { Clock } from "../../../../kernel/clock.ts";
import type { ExportId, OrgId } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import { type OrgExport, stateOnceCanceled } from "../../domain/export.ts";
import type { ExportStore } from "./ports.ts";

export interface CancelExportDeps {
  readonly exports: ExportStore;
  readonly clock: Clock;
}

/** Ends it, or deletes its file; what is over already stays as it is. Throws EXPORT_NOT_FOUND. */
export async function cancelExport(
  { exports, clock }: CancelExportDeps,
  orgId: OrgId,
  id: ExportId,
): Promise<OrgExport> {
  const one = await accessExport(exports, orgId, id);
  const state = stateOnceCanceled(one.state);
  if (state === undefined) return one;
  // Where it was finished a moment ago, it is its file that nobody wants.
  const ended = await exports.end(one, state, clock.now());
  return ended ? accessExport(exports, orgId, id) : cancelExport({ exports, clock }, orgId, id);
}

/** Throws EXPORT_NOT_FOUND. */
export async function accessExport(exports: ExportStore, orgId: OrgId, id: ExportId): Promise<OrgExport> {
  const one = await exports.find(orgId, id);
  if (one === undefined) throw refuse("EXPORT_NOT_FOUND");
  return one;
}
