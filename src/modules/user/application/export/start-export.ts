import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { Ids } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import { type ExportScope, newExport, type OrgExport } from "../../domain/export.ts";
import type { ExportStore } from "./ports.ts";

export interface StartExportDeps {
  readonly exports: ExportStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Throws EXPORT_NEEDS_SESSION, EXPORT_UNDER_WAY. */
export async function startExport(
  { exports, clock, ids }: StartExportDeps,
  actor: Actor,
  scope: ExportScope,
): Promise<OrgExport> {
  assertSession(actor);
  const { orgId, userId: askedBy } = actor;
  const one = newExport({ id: ids.next("exp"), orgId, scope, askedBy, askedAt: clock.now() });
  await exports.add(one);
  return one;
}

/** A key that lies about somewhere must not open everything that was ever said. */
export function assertSession(actor: Actor): void {
  if (actor.sessionId === undefined) throw refuse("EXPORT_NEEDS_SESSION");
}
