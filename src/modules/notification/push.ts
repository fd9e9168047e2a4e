import type { Clock } from "../../kernel/clock.ts";
import type { Ids } from "../../kernel/ids.ts";
import { createDispatcher, type Dispatcher } from "../../platform/background/dispatcher.ts";
import type { Log } from "../../platform/log/log.ts";
import type { Database } from "../../platform/postgres/database.ts";
import { createLocalBus } from "../../platform/realtime/local-bus.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { Encryption } from "../../platform/secrets/encryption.ts";
import type { Metrics } from "../../platform/telemetry/metrics.ts";
import { pushRoutes } from "./api/push/push-service.ts";
import { pushSubscriptions } from "./api/push/push-subscriptions.ts";
import type { Messages } from "./application/inbox/ports.ts";
import type { Profiles } from "./application/ports.ts";
import { deliverNext } from "./application/push/deliver-next.ts";
import type { Places } from "./application/push/delivery-ports.ts";
import type { PushServices } from "./application/push/ports.ts";
import { createDeliveries } from "./infrastructure/push/deliveries.ts";
import { createDeliveryMeter } from "./infrastructure/push/delivery-meter.ts";
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
  readonly log: Log;
  readonly metrics: Metrics;
  readonly messages: Messages;
  readonly profiles: Profiles;
  readonly places: Places;
  readonly pushServices: PushServices;
  /** Whom push services may turn to about what this installation sends: an https address, or mailto. */
  readonly contact: string;
}

/** What keeps pushes going. */
export interface Pushes {
  /** Tells devices of what is raised, in this process or another. */
  readonly dispatcher: Dispatcher;
  /** Forgets what became of deliveries two weeks ago. */
  forgetOld(): Promise<void>;
}

const AT_ONCE = 8;
const KEPT_MS = 14 * 86_400_000;

/** The part of the context that sends pushes to browsers. */
export function createPush(deps: PushDeps) {
  const { database, clock } = deps;
  const due = createLocalBus<number>();
  const keys = openVapidKeys(deps);
  const devices = createPushDevices(database);
  const deliveries = createDeliveries({ database, due });
  const sender = createPushSender({ ...deps, keys, services: deps.pushServices, now: () => clock.now() });
  const parts = { ...deps, devices, deliveries, sender, meter: createDeliveryMeter(deps.metrics) };
  const pushes: Pushes = {
    dispatcher: createDispatcher({
      doNext: () => deliverNext(parts),
      nextDue: deliveries.nextDue,
      due,
      now: () => clock.now(),
      log: deps.log,
      atOnce: AT_ONCE,
      sentences: {
        begun: "devices could not be told of what is new; trying again",
        over: "devices are told again of what is new",
      },
    }),
    forgetOld: () => deliveries.forgetBefore(new Date(clock.now().getTime() - KEPT_MS)),
  };
  return {
    routes: pushRoutes(parts),
    subscriptions: pushSubscriptions(devices, deliveries),
    keeper: vapidKeeper(database),
    pushes,
    /** Makes the key where there is none; throws SecretsError where it cannot be read. */
    makeReady: async (): Promise<void> => {
      await keys();
    },
  };
}
