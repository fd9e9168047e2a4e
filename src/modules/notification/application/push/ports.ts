import type { PushDeviceId, SessionId, UserId } from "../../../../kernel/ids.ts";
import type { PushAddress, PushDevice } from "../../domain/push/push-device.ts";
import type { PushHandling, PushMessage } from "../../domain/push/push-message.ts";

/** The browsers that pushes are sent to. */
export interface PushDevices {
  /**
   * Answers the device as it is kept: one that is known by its endpoint keeps its id, unless it was somebody else's.
   * Lets the person's oldest go where there are too many.
   */
  add(device: PushDevice): Promise<PushDevice>;
  /** Those added last first. */
  listOf(user: UserId): Promise<readonly PushDevice[]>;
  find(id: PushDeviceId): Promise<PushDevice | undefined>;
  remove(of: UserId, id: PushDeviceId): Promise<void>;
  /** Without sessions all of the person's. */
  removeOf(user: UserId, sessions?: readonly SessionId[]): Promise<void>;
  delivered(id: PushDeviceId, at: Date): Promise<void>;
}

/** What became of a push. */
export type PushOutcome =
  | { readonly kind: "delivered" }
  /** The browser takes no more of them, and never will under this address. */
  | { readonly kind: "gone" }
  /** It may be taken later; not before so many milliseconds, where the push service said so. */
  | { readonly kind: "later"; readonly reason: string; readonly afterMs: number | undefined }
  /** Trying again changes nothing. */
  | { readonly kind: "refused"; readonly reason: string };

/** Hands pushes to the push services of browsers, encrypted for the device alone. */
export interface PushSender {
  /** The public key of this installation: a point of P-256, uncompressed. */
  publicKey(): Promise<Uint8Array>;
  /** Throws PUSH_KEY_INVALID for a key that is none, and a refusal where nothing may be sent there. */
  accept(address: PushAddress): Promise<void>;
  send(device: PushDevice, message: PushMessage, handling: PushHandling): Promise<PushOutcome>;
}

/** A request to a push service, as it goes out. */
export interface PushRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The way out of the program, guarded: what lies inside the network is not reached. */
export interface PushServices {
  /** Throws a refusal where nothing may be sent to such an address. */
  check(endpoint: string): Promise<void>;
  /** Throws a refusal where nobody answers in time, or nothing may be sent there any more. */
  post(endpoint: string, request: PushRequest): Promise<PushAnswer>;
}

export interface PushAnswer {
  readonly status: number;
  /** The header Retry-After. */
  readonly retryAfter: string | undefined;
}
