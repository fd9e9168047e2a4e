import type { Clock } from "../../kernel/clock.ts";
import type { OrgId } from "../../kernel/ids.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import { retentionRoutes } from "./api/retention-service.ts";
import { type Erased, type EraseExpired, eraseExpired } from "./application/retention/erase-expired.ts";
import type { OrgChannels } from "./application/retention/ports.ts";
import type { ChangingDeps } from "./infrastructure/changing.ts";
import { createExpiring } from "./infrastructure/retention/expiring.ts";
import { createRetentionRules } from "./infrastructure/retention/rules.ts";

export interface RetentionDeps {
  readonly clock: Clock;
  readonly gate: Gate;
  readonly channels: OrgChannels;
}

/** Erasing what is too old. */
export interface Retention {
  /** The organisations in which something can grow too old. */
  orgsThatErase(): Promise<readonly OrgId[]>;
  /** Erases some of it, up to 5,000 messages; answers where to go on. May be called again. */
  eraseExpired(command: EraseExpired): Promise<Erased>;
}

export type RetentionPart = ReturnType<typeof createRetention>;

/** The part of the context that erases what is too old. */
export function createRetention(deps: RetentionDeps, store: ChangingDeps) {
  const rules = createRetentionRules(store.database);
  const parts = { ...deps, rules, expiring: createExpiring(store) };
  const retention: Retention = {
    orgsThatErase: rules.orgsThatErase,
    eraseExpired: (command) => eraseExpired(parts, command),
  };
  return { routes: retentionRoutes(parts), retention };
}
