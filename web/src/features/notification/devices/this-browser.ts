import type { PushService } from "../../../../../gen/chatter/notification/v1/push_pb.js";
import type { UnaryClient } from "../../../api/unary-client.ts";
import { currentLanguage } from "../../../text/language.ts";

export type PushApi = UnaryClient<typeof PushService>;

/** Whether this browser can be told of news while Chatter is closed. */
export type Ability =
  | "possible"
  /** The person said no to the browser, and can say otherwise only there. */
  | "denied"
  /** No service worker: a page without TLS, a private window, or a browser without pushes. */
  | "impossible";

export async function abilityOf(): Promise<Ability> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window))
    return "impossible";
  if ((await navigator.serviceWorker.getRegistration()) === undefined) return "impossible";
  return Notification.permission === "denied" ? "denied" : "possible";
}

/** Asks the person by the browser; answers false where they say no. */
export async function takePushes(api: PushApi): Promise<boolean> {
  if ((await Notification.requestPermission()) !== "granted") return false;
  const { pushManager } = await navigator.serviceWorker.ready;
  const { publicKey } = await api.getPushKey({});
  const applicationServerKey = new Uint8Array(publicKey);
  // One that was made for another key cannot be sent anything.
  const before = await pushManager.getSubscription();
  if (before !== null && !isFor(before, applicationServerKey)) await before.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  await api.addPushDevice({
    endpoint: made.endpoint,
    p256dh: keyOf(made, "p256dh"),
    auth: keyOf(made, "auth"),
    language: currentLanguage(),
  });
  return true;
}

function isFor({ options }: PushSubscription, key: Uint8Array): boolean {
  const own = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return own.length === key.length && own.every((byte, at) => byte === key[at]);
}

const keyOf = (made: PushSubscription, name: PushEncryptionKeyName): Uint8Array<ArrayBuffer> =>
  new Uint8Array(made.getKey(name) ?? new ArrayBuffer(0));
