import type { EventId, UserId } from "../../../../kernel/ids.ts";
import type { Between, CircleChange, CircleSizes, ContactRequest } from "../../domain/circle.ts";
import type { GroupPorts } from "../groups/ports.ts";

/** All that the use cases about contacts and blocks need; each names the part it takes. */
export interface CirclePorts extends GroupPorts {
  readonly circles: CircleStore;
}

/** Whom somebody knows, and whom they want nothing of. */
export interface Circle {
  readonly contacts: readonly UserId[];
  /** Open ones, the latest first; not those of people whom this one blocked. */
  readonly received: readonly ContactRequest[];
  readonly sent: readonly ContactRequest[];
  readonly blocked: readonly UserId[];
  /** With whom nothing is said: one of the two blocked the other. */
  readonly apart: readonly UserId[];
}

export interface CircleStore {
  find(userId: UserId): Promise<Circle>;
  /** Those who blocked this person or were blocked by them. */
  apartFrom(userId: UserId): Promise<readonly UserId[]>;
  areApart(a: UserId, b: UserId): Promise<boolean>;
  /** The closure may run again after a deadlock, so its effects belong into the transaction. */
  transact<T>(work: (tx: CircleTransaction) => Promise<T>): Promise<T>;
}

export interface CircleTransaction {
  /** What there is between the two; nobody changes it before the commit. */
  accessBetween(by: UserId, other: UserId): Promise<Between>;
  sizes(userId: UserId, now: Date): Promise<CircleSizes>;
  /** Makes true what happened, and tells the devices of both. Its last step. */
  record(changes: readonly CircleChange[], at: Date): Promise<readonly EventId[]>;
  /** Everything that ties somebody who is gone; whom it concerned is told. */
  forget(userId: UserId, at: Date): Promise<void>;
}
