import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { Ids } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import type { PushAddress, PushDevice } from "../../domain/push/push-device.ts";
import type { PushDevices, PushSender } from "./ports.ts";

export interface AddPushDeviceDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly devices: PushDevices;
  readonly sender: PushSender;
}

export interface AddPushDevice extends PushAddress {
  readonly userAgent: string;
  readonly language: string;
}

/**
 * Sends pushes to the browser the caller uses, until its session ends: programs have none. Throws
 * PUSH_NEEDS_SESSION, PUSH_KEY_INVALID, and a refusal where nothing may be sent to that address.
 */
export async function addPushDevice(
  { clock, ids, devices, sender }: AddPushDeviceDeps,
  { userId, orgId, sessionId }: Actor,
  command: AddPushDevice,
): Promise<PushDevice> {
  if (sessionId === undefined) throw refuse("PUSH_NEEDS_SESSION");
  await sender.accept(command);
  return devices.add({
    ...command,
    id: ids.next("psh"),
    userId,
    orgId,
    sessionId,
    addedAt: clock.now(),
    lastDeliveredAt: undefined,
  });
}
