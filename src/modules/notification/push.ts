import type { Clock } from "../../kernel/clock.ts";
import type { Ids } from "../../kernel/ids.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { Encryption } from "../../platform/secrets/encryption.ts";
import { pushRoutes } from "./api/push/push-service.ts";
import { pushSubscriptions } from "./api/push/push-subscriptions.ts";
import type { PushServices } from "./application/push/ports.ts";
import { createPushDevices } from "./infrastructure/push/push-devices.ts";
import { createPushSender } from "./infrastructure/push/push-sender.ts";
import { openVapidKeys, vapidKeeper } from "./infrastructure/push/vapid-keys.ts";
import type { NotificationSchema } from "./infrastructure/schema.ts";

export interface PushDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly gate: Gate;
  readonly database: Database<NotificationSchema>;
  readonly encryption: Encryption;
  readonly pushServices: PushServices;
  /** Whom push services may turn to about what this installation sends: an https address, or mailto. */
  readonly contact: string;
}

/** The part of the context that sends pushes to browsers. */
export function createPush(deps: PushDeps) {
  const { database, clock } = deps;
  const keys = openVapidKeys(deps);
  const devices = createPushDevices(database);
  const sender = createPushSender({ ...deps, keys, services: deps.pushServices, now: () => clock.now() });
  return {
    routes: pushRoutes({ ...deps, devices, sender }),
    subscriptions: pushSubscriptions(devices),
    keeper: vapidKeeper(database),
    /** Makes the key where there is none; throws SecretsError where it cannot be read. */
    makeReady: async (): Promise<void> => {
      await keys();
    },
    devices,
    sender,
  };
}
