import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { PushDeviceId } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import type { PushDevices, PushSender } from "./ports.ts";

export interface TestPushDeviceDeps {
  readonly clock: Clock;
  readonly devices: PushDevices;
  readonly sender: PushSender;
}

const MINUTE_SECONDS = 60;

/**
 * Sends a push at once, to see that it arrives. Throws PUSH_DEVICE_NOT_FOUND, also where the browser takes no more,
 * which is dropped by that; PUSH_SERVICE_AWAY, PUSH_REFUSED.
 */
export async function testPushDevice(
  { clock, devices, sender }: TestPushDeviceDeps,
  { userId }: Actor,
  id: PushDeviceId,
): Promise<void> {
  const device = await devices.find(id);
  if (device?.userId !== userId) throw refuse("PUSH_DEVICE_NOT_FOUND");
  const handling = { ttlSeconds: MINUTE_SECONDS, urgency: "high" } as const;
  const outcome = await sender.send(device, { kind: "test", language: device.language }, handling);
  switch (outcome.kind) {
    case "delivered":
      return devices.delivered(id, clock.now());
    case "gone":
      await devices.remove(userId, id);
      throw refuse("PUSH_DEVICE_NOT_FOUND");
    case "later":
      throw refuse("PUSH_SERVICE_AWAY", { reason: outcome.reason });
    case "refused":
      throw refuse("PUSH_REFUSED", { reason: outcome.reason });
  }
}
