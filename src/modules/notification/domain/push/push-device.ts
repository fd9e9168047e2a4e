import type { OrgId, PushDeviceId, SessionId, UserId } from "../../../../kernel/ids.ts";

/** Where and how one browser takes pushes, as the standards of Web Push have it (RFC 8030, 8291). */
export interface PushAddress {
  /** An https address of the push service that the browser's maker runs. */
  readonly endpoint: string;
  /** The browser's public key: a point of P-256, uncompressed. */
  readonly p256dh: Uint8Array;
  /** The 16 bytes that only the browser and we know. */
  readonly auth: Uint8Array;
}

/** A browser to which pushes for a person are sent, as long as their session there lasts. */
export interface PushDevice extends PushAddress {
  readonly id: PushDeviceId;
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly sessionId: SessionId;
  readonly userAgent: string;
  /** Such as de: what notifications are worded in there. */
  readonly language: string;
  readonly addedAt: Date;
  readonly lastDeliveredAt: Date | undefined;
}

/** More than anybody uses; the one that was added first makes room. */
export const MOST_DEVICES = 20;
