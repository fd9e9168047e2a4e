/** A message as far as the list cares. */
export interface ListMessage {
  /** Stays the same from the optimistic copy to the stored message. */
  readonly key: string;
  readonly authorId: string;
  /** Milliseconds since 1970. */
  readonly postedAt: number;
  /** Never joined to the message before it, such as one of a system. */
  readonly standsAlone?: boolean;
}

interface Line {
  readonly key: string;
  /** The day it falls on, as `dayOf` writes it. */
  readonly day: string;
}

export interface MessageRow<Message extends ListMessage> extends Line {
  readonly kind: "message";
  readonly message: Message;
  /** Follows one by the same person so closely that it shows neither name nor picture. */
  readonly isContinued: boolean;
}

/** A line of the list. A note is something of the feature's own, such as the beginning of the channel. */
export type Row<Message extends ListMessage> =
  | MessageRow<Message>
  | (Line & { readonly kind: "day" | "unread" | "note" });
