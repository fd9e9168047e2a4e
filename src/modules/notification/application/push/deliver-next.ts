import type { Clock } from "../../../../kernel/clock.ts";
import {
  type Delivery,
  type DeliveryOutcome,
  MOST_TRIES,
  type Passed,
  pauseAfter,
} from "../../domain/push/delivery.ts";
import type { PushDevice } from "../../domain/push/push-device.ts";
import { type ComposePushDeps, composePush, tagOf } from "./compose-push.ts";
import type { Deliveries, DeliveryMeter, Places, Subject } from "./delivery-ports.ts";
import type { PushDevices, PushOutcome, PushSender } from "./ports.ts";

export interface DeliverNextDeps extends ComposePushDeps {
  readonly clock: Clock;
  readonly deliveries: Deliveries;
  readonly devices: PushDevices;
  readonly sender: PushSender;
  readonly places: Places;
  readonly meter: DeliveryMeter;
  readonly log: { warn(fields: object, sentence: string): void };
}

/** News of yesterday wake nobody. */
const TTL_SECONDS = 86_400;
/** What a device shows of more than these is taken away when it is next told. */
const MOST_SHOWN = 50;

/** Tells one device that is to be told now, unless its person knows already; undefined where none is. */
export async function deliverNext(deps: DeliverNextDeps): Promise<DeliveryOutcome | undefined> {
  const { clock, deliveries, meter, log } = deps;
  const delivery = await deliveries.claimDue(clock.now());
  if (delivery === undefined) return undefined;
  const outcome = await attempt(deps, delivery);
  await deliveries.settle(delivery, outcome, clock.now());
  meter.settled(outcome.kind);
  if (outcome.kind === "failed") log.warn({ ...delivery, reason: outcome.reason }, "a push was given up");
  return outcome;
}

async function attempt(deps: DeliverNextDeps, delivery: Delivery): Promise<DeliveryOutcome> {
  const [device, subject] = await Promise.all([
    deps.devices.find(delivery.deviceId),
    deps.deliveries.subjectOf(delivery),
  ]);
  if (device?.userId !== delivery.userId) return passed("device_gone");
  if (subject === undefined) return passed("withdrawn");
  const known = await knownAlready(deps, device, subject);
  if (known !== undefined) return passed(known);
  const push = await composePush(deps, device, { ...subject, id: delivery.notificationId });
  if (push === undefined) return passed("withdrawn");
  const read = await readSince(deps, device, push.tag);
  const message = { ...push, read: read.map(tagOf) };
  const handling = { ttlSeconds: TTL_SECONDS, urgency: "high", tag: push.tag } as const;
  const outcome = await deps.sender.send(device, message, handling);
  if (outcome.kind === "delivered") {
    const now = deps.clock.now();
    await deps.devices.delivered(device.id, now);
    await deps.deliveries.closed(
      device.id,
      read.map(({ id }) => id),
      now,
    );
  }
  if (outcome.kind === "gone") await deps.devices.remove(device.userId, device.id);
  return outcomeOf(outcome, delivery);
}

const passed = (reason: Passed): DeliveryOutcome => ({ kind: "passed", reason });

function outcomeOf(outcome: PushOutcome, { tries }: Delivery): DeliveryOutcome {
  switch (outcome.kind) {
    case "delivered":
      return outcome;
    case "gone":
      return passed("device_gone");
    case "refused":
      return { kind: "failed", reason: outcome.reason };
    case "later": {
      const { reason, afterMs = 0 } = outcome;
      if (tries >= MOST_TRIES) return { kind: "failed", reason };
      return { kind: "later", reason, afterMs: Math.max(afterMs, pauseAfter(tries)) };
    }
  }
}

async function knownAlready(
  { places }: Pick<DeliverNextDeps, "places">,
  { userId }: PushDevice,
  subject: Subject,
): Promise<Passed | undefined> {
  if (subject.settled) return "read";
  const { channelId } = subject;
  if (channelId === undefined) return undefined;
  const positions = await places.readPositions(userId, [channelId]);
  if (!positions.has(channelId)) return "left";
  return isRead(subject, positions) ? "read" : undefined;
}

/** What the device shows of other conversations, and its person has read elsewhere. */
async function readSince({ deliveries, places }: DeliverNextDeps, device: PushDevice, tag: string) {
  const shown = await deliveries.shownOn(device.id, MOST_SHOWN);
  const channels = shown.flatMap(({ channelId }) => channelId ?? []);
  const positions = await places.readPositions(device.userId, channels);
  const read = shown.filter((one) => one.settled || isRead(one, positions));
  const unread = new Set(shown.filter((one) => !read.includes(one)).map(tagOf));
  return read.filter((one) => tagOf(one) !== tag && !unread.has(tagOf(one)));
}

function isRead(
  { seq, channelId, inChannel, threadReadSeq }: Subject,
  positions: Awaited<ReturnType<Places["readPositions"]>>,
): boolean {
  if (seq === undefined || channelId === undefined) return false;
  if (inChannel && (positions.get(channelId) ?? 0n) >= seq) return true;
  return threadReadSeq !== undefined && threadReadSeq >= seq;
}
