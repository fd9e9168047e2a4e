import type { ChannelId, MessageId, NotificationId, PushDeviceId, UserId } from "../../../../kernel/ids.ts";
import type { Cause } from "../../domain/inbox/reason.ts";
import type { Delivery, DeliveryOutcome } from "../../domain/push/delivery.ts";

/** What is known of a notification when a device is to be told of it. */
export interface Subject {
  readonly cause: Cause;
  readonly channelId: ChannelId | undefined;
  readonly messageId: MessageId | undefined;
  readonly threadRootId: MessageId | undefined;
  /** It stands in the channel itself, where reading the channel reads it. */
  readonly inChannel: boolean;
  readonly seq: bigint | undefined;
  readonly actorId: UserId | undefined;
  readonly text: string;
  readonly raisedAt: Date;
  /** Looked at in the inbox, or done. */
  readonly settled: boolean;
  /** How far the person has read in the thread; undefined where they never did. */
  readonly threadReadSeq: bigint | undefined;
}

/** The deliveries, as jobs until they are settled and as a log of them afterwards. */
export interface Deliveries {
  /** For all devices of these people; what was planned before is left as it is. */
  plan(wanted: readonly WantedDelivery[]): Promise<void>;
  /** Claims the one that is due first and that nobody else tries; undefined where none is. */
  claimDue(now: Date): Promise<Delivery | undefined>;
  settle(delivery: Delivery, outcome: DeliveryOutcome, at: Date): Promise<void>;
  nextDue(): Promise<Date | undefined>;
  /** Undefined where it was withdrawn. */
  subjectOf(delivery: Pick<Delivery, "notificationId">): Promise<Subject | undefined>;
  /** What is still shown on the device, the latest first. */
  shownOn(
    device: PushDeviceId,
    limit: number,
  ): Promise<readonly (Subject & { readonly id: NotificationId })[]>;
  closed(device: PushDeviceId, ids: readonly NotificationId[], at: Date): Promise<void>;
  /** The person's latest. */
  logOf(user: UserId, limit: number): Promise<readonly LoggedDelivery[]>;
  /** Forgets what was planned before. */
  forgetBefore(at: Date): Promise<void>;
}

export interface WantedDelivery {
  readonly notificationId: NotificationId;
  readonly userId: UserId;
  readonly dueAt: Date;
}

export interface LoggedDelivery {
  readonly notificationId: NotificationId;
  readonly deviceId: PushDeviceId;
  readonly state: "waiting" | "delivered" | "passed" | "failed";
  readonly reason: string;
  readonly tries: number;
  readonly plannedAt: Date;
  readonly settledAt: Date | undefined;
}

/** What the channel context knows. */
export interface Places {
  /** Empty for direct conversations; undefined where there is no such channel. */
  nameOf(channel: ChannelId): Promise<string | undefined>;
  /** How far the person has read in those of these channels that they are a member of. */
  readPositions(user: UserId, channels: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, bigint>>;
}

/** Counts what becomes of deliveries. */
export interface DeliveryMeter {
  settled(kind: DeliveryOutcome["kind"]): void;
}
