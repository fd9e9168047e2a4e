import type { Clock } from "../../kernel/clock.ts";
import type { Ids } from "../../kernel/ids.ts";
import type { Authorizer } from "../../platform/authz/authorizer.ts";
import type { EventBus } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import { exportRoute } from "./api/export-route.ts";
import { exportRoutes } from "./api/export-service.ts";
import { exportRequested } from "./api/published-events.ts";
import type { CirclePorts } from "./application/circle/ports.ts";
import { peopleSection } from "./application/export/people-section.ts";
import type { ExportSources } from "./application/export/ports.ts";
import {
  beginExport,
  continueExport,
  type ExportKey,
  type ExportPlace,
  failExport,
  finishExport,
} from "./application/export/write-export.ts";
import { createExportStore } from "./infrastructure/export/export-store.ts";
import type { UserSchema } from "./infrastructure/schema.ts";

export interface ExportDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database<UserSchema>;
  readonly bus: EventBus;
  readonly authorizer: Pick<Authorizer, "check">;
  readonly gate: Gate;
  /** What the other contexts add. */
  readonly exportSources: ExportSources;
}

/** Writing what an owner asked for, some at a time. All may be called again. */
export interface ExportSteps {
  begin(key: ExportKey): Promise<void>;
  /** From a place on; answers the next, undefined at the end and where nobody wants it any more. */
  continue(key: ExportKey, place: ExportPlace): Promise<ExportPlace | undefined>;
  finish(key: ExportKey): Promise<void>;
  /** Gives it up, with what was written. */
  fail(key: ExportKey): Promise<void>;
}

/** The part of the context that hands the organisation to its owners. */
export function createExports(
  deps: ExportDeps,
  { store, groups, circles }: Pick<CirclePorts, "store" | "groups" | "circles">,
) {
  const exports = createExportStore({ ...deps, requested: exportRequested });
  const people = peopleSection(1, { read: store.read, groups, circles });
  const { sections } = deps.exportSources;
  // People come last, so that everybody is there who said something until then.
  const sources = { ...deps.exportSources, sections: [...sections, people] };
  const parts = { ...deps, store, exports, sources };
  const steps: ExportSteps = {
    begin: (key) => beginExport(parts, key),
    continue: (key, place) => continueExport(parts, key, place),
    finish: (key) => finishExport(parts, key),
    fail: (key) => failExport(parts, key),
  };
  return {
    routes: exportRoutes(parts),
    plainRoute: exportRoute(parts),
    steps,
    expire: () => exports.expire(deps.clock.now()),
  };
}
