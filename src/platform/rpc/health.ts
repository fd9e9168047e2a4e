import { setInterval } from "node:timers/promises";
import { Code, ConnectError, type ConnectRouter } from "@connectrpc/connect";
import {
  Health,
  HealthCheckResponse_ServingStatus as Status,
} from "../../../gen/grpc/health/v1/health_pb.js";

const WATCH_MS = 5_000;

/** The standard health service; ours are one program, so what holds for one holds for all of them. */
export function addHealth(router: ConnectRouter, isReady: () => Promise<boolean>): void {
  const names = () => new Set(["", ...router.handlers.map(({ service }) => service.typeName)]);
  const status = async () => ((await isReady()) ? Status.SERVING : Status.NOT_SERVING);
  const statusOf = (service: string) => (names().has(service) ? status() : Status.SERVICE_UNKNOWN);
  router.service(Health, {
    async check({ service }) {
      if (!names().has(service)) throw new ConnectError(`there is no service ${service}`, Code.NotFound);
      return { status: await status() };
    },
    async list() {
      const now = await status();
      return { statuses: Object.fromEntries([...names()].map((name) => [name, { status: now }])) };
    },
    async *watch({ service }, { signal }) {
      let told = await statusOf(service);
      yield { status: told };
      for await (const _ of setInterval(WATCH_MS, undefined, { signal })) {
        const now = await statusOf(service);
        if (now !== told) yield { status: now };
        told = now;
      }
    },
  });
}
