import { createHash, ECDH } from "node:crypto";
import webPush from "web-push";
import { DomainError } from "../../../../kernel/errors.ts";
import type {
  PushAnswer,
  PushOutcome,
  PushRequest,
  PushSender,
  PushServices,
} from "../../application/push/ports.ts";
import { refuse } from "../../domain/errors.ts";
import type { PushDevice } from "../../domain/push/push-device.ts";
import type { PushHandling, PushMessage } from "../../domain/push/push-message.ts";
import type { VapidKeys } from "./vapid-keys.ts";

export interface PushSenderDeps {
  readonly keys: () => Promise<VapidKeys>;
  readonly services: PushServices;
  /** Whom push services may turn to: an https address, or mailto. */
  readonly contact: string;
  readonly now: () => Date;
}

const TOPIC_LENGTH = 32;
const LONGEST_AFTER_MS = 3_600_000;

/** Encrypts for the device alone (RFC 8291), and says who sends it (RFC 8292). */
export function createPushSender(deps: PushSenderDeps): PushSender {
  const { keys, services } = deps;
  return {
    publicKey: async () => (await keys()).publicKey,
    async accept({ endpoint, p256dh }) {
      if (!isPoint(p256dh)) throw refuse("PUSH_KEY_INVALID");
      await services.check(endpoint);
    },
    async send(device, message, handling) {
      const request = seal(device, message, { ...handling, keys: await keys(), contact: deps.contact });
      try {
        return outcomeOf(await services.post(device.endpoint, request), deps.now());
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.kind === "unavailable") return { kind: "later", reason: error.reason, afterMs: undefined };
        return { kind: "refused", reason: error.reason };
      }
    },
  };
}

function seal(
  { endpoint, p256dh, auth }: PushDevice,
  message: PushMessage,
  {
    keys,
    contact,
    ttlSeconds,
    urgency,
    tag,
  }: PushHandling & { readonly keys: VapidKeys; readonly contact: string },
): PushRequest {
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh: base64(p256dh), auth: base64(auth) } },
    JSON.stringify(message),
    {
      TTL: ttlSeconds,
      urgency,
      ...(tag !== undefined && { topic: topicOf(tag) }),
      vapidDetails: {
        subject: contact,
        publicKey: base64(keys.publicKey),
        privateKey: base64(keys.privateKey),
      },
    },
  );
  const { "Content-Length": _length, ...rest } = headers;
  return { headers: rest, body: new Uint8Array(body) };
}

/** The push service learns that two belong together, and not to what. */
const topicOf = (tag: string): string =>
  createHash("sha256").update(tag).digest("base64url").slice(0, TOPIC_LENGTH);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

function isPoint(key: Uint8Array): boolean {
  try {
    ECDH.convertKey(key, "prime256v1");
    return true;
  } catch {
    // Not on the curve, or not in that form.
    return false;
  }
}

/** As RFC 8030 has it, and as push services do it. */
function outcomeOf({ status, retryAfter }: PushAnswer, now: Date): PushOutcome {
  if (status >= 200 && status < 300) return { kind: "delivered" };
  const reason = `answered with ${status}`;
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status === 429 || status >= 500) return { kind: "later", reason, afterMs: pauseOf(retryAfter, now) };
  return { kind: "refused", reason };
}

/** Seconds, or a date (RFC 9110). */
function pauseOf(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined;
  const ms = /^\d+$/.test(retryAfter) ? 1_000 * Number(retryAfter) : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(ms) ? Math.min(LONGEST_AFTER_MS, Math.max(0, ms)) : undefined;
}
