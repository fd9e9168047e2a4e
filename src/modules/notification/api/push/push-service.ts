import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { DeliveryState, PushService } from "../../../../../gen/chatter/notification/v1/push_pb.js";
import { parseId } from "../../../../kernel/ids.ts";
import type { Gate } from "../../../../platform/rpc/gate.ts";
import { requestInfo } from "../../../../platform/rpc/request.ts";
import { type AddPushDeviceDeps, addPushDevice } from "../../application/push/add-push-device.ts";
import type { Deliveries, LoggedDelivery } from "../../application/push/delivery-ports.ts";
import { type TestPushDeviceDeps, testPushDevice } from "../../application/push/test-push-device.ts";
import type { PushDevice } from "../../domain/push/push-device.ts";

export interface PushServiceDeps extends AddPushDeviceDeps, TestPushDeviceDeps {
  readonly gate: Gate;
  readonly deliveries: Pick<Deliveries, "logOf">;
}

const MOST_LOGGED = 50;

const STATES: Readonly<Record<LoggedDelivery["state"], DeliveryState>> = {
  waiting: DeliveryState.WAITING,
  delivered: DeliveryState.DELIVERED,
  passed: DeliveryState.PASSED,
  failed: DeliveryState.FAILED,
};

/** Serves PushService. */
export function pushRoutes(deps: PushServiceDeps): (router: ConnectRouter) => void {
  const { gate, devices, sender, deliveries } = deps;
  const service: ServiceImpl<typeof PushService> = {
    async getPushKey(_request, context) {
      await gate.self(context);
      return { publicKey: await sender.publicKey() };
    },
    async addPushDevice({ endpoint, p256dh, auth, language }, context) {
      const actor = await gate.self(context);
      const { userAgent } = context.values.get(requestInfo);
      const added = await addPushDevice(deps, actor, { endpoint, p256dh, auth, language, userAgent });
      return { device: toProto(added) };
    },
    async listPushDevices(_request, context) {
      const { userId } = await gate.self(context);
      return { devices: (await devices.listOf(userId)).map(toProto) };
    },
    async removePushDevice({ deviceId }, context) {
      const { userId } = await gate.self(context);
      await devices.remove(userId, parseId("psh", deviceId));
      return {};
    },
    async testPushDevice({ deviceId }, context) {
      await testPushDevice(deps, await gate.self(context), parseId("psh", deviceId));
      return {};
    },
    async listDeliveries(_request, context) {
      const { userId } = await gate.self(context);
      return { deliveries: (await deliveries.logOf(userId, MOST_LOGGED)).map(toLogged) };
    },
  };
  return (router) => router.service(PushService, service);
}

const toProto = ({ id, userAgent, addedAt, lastDeliveredAt }: PushDevice) => ({
  id,
  userAgent,
  addedAt: timestampFromDate(addedAt),
  ...(lastDeliveredAt && { lastDeliveredAt: timestampFromDate(lastDeliveredAt) }),
});

const toLogged = ({ state, plannedAt, settledAt, ...logged }: LoggedDelivery) => ({
  ...logged,
  state: STATES[state],
  plannedAt: timestampFromDate(plannedAt),
  ...(settledAt && { settledAt: timestampFromDate(settledAt) }),
});
