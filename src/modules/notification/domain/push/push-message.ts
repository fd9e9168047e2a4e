/** What is told to a browser's service worker; it words it in the device's language. */
export type PushMessage = NotificationPush | { readonly kind: "test"; readonly language: string };

export interface NotificationPush {
  readonly kind: "notification";
  /** Whoever gets the same one twice shows it once. */
  readonly id: string;
  readonly cause: string;
  /** What it is about: a later one with the same tag takes the place of the earlier. */
  readonly tag: string;
  readonly author: string;
  /** Empty in a direct conversation. */
  readonly channel: string;
  readonly isReply: boolean;
  /** The beginning of what was said, without marks; empty where there is nothing to be read. */
  readonly text: string;
  /** A place in the client, such as /c/chn_…/msg_…. */
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly language: string;
  /** Tags of what was shown there and has been read elsewhere since: it goes away. */
  readonly read: readonly string[];
}

/** What a push service does with a push while the device cannot be reached. */
export interface PushHandling {
  /** After so many seconds it is not worth showing any more. */
  readonly ttlSeconds: number;
  /** Whether the device is to be woken for it. */
  readonly urgency: "normal" | "high" | "low";
  /** A later push with the same topic takes the place of one that is still waiting. */
  readonly tag?: string;
}
