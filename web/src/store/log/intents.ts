import type { LogEntry } from "../../realtime/streams.ts";
import { deleted, messageIdOf, withoutReaction, withReaction } from "./fold.ts";
import type { Message } from "./message.ts";

/** What a person wants of a message, shown before the server has done it. */
export type Wish =
  | { readonly kind: "edit"; readonly text: string }
  | { readonly kind: "delete" }
  | { readonly kind: "react"; readonly emoji: string; readonly on: boolean }
  | { readonly kind: "pin"; readonly on: boolean };

interface Intent {
  wish: Wish;
  readonly since: number;
  isRunning: boolean;
  /** The entry that fulfils it has come. */
  isSeen: boolean;
}

interface About {
  readonly intents: Map<string, Intent>;
  /** What was shown of it, so that the same is the same object. */
  readonly shown: WeakMap<Message, Message>;
}

// Longer than any entry is on its way; a wish that changed nothing on the server never gets one.
const forgetMs = 10_000;

/**
 * The wishes of this person that are not in the log yet. A wish says what the message should be, not
 * what changes, so that wish and entry together never count twice.
 */
export class Intents {
  readonly #me: string;
  readonly #changed: () => void;
  readonly #messages = new Map<string, About>();

  constructor(me: string, changed: () => void) {
    this.#me = me;
    this.#changed = changed;
  }

  /**
   * Shows a wish and has it done. While one is under way for the same thing only the latest waits, so the
   * server is asked in order. Rejects once it was refused, and takes it back then.
   */
  async want(messageId: string, wish: Wish, act: (wish: Wish) => Promise<unknown>): Promise<void> {
    const intent = this.#put(messageId, wish);
    if (intent.isRunning) return;
    intent.isRunning = true;
    try {
      let done: Wish;
      do {
        done = intent.wish;
        await act(done);
      } while (done !== intent.wish);
    } catch (error) {
      this.#drop(messageId, intent);
      throw error;
    }
    intent.isRunning = false;
    if (intent.isSeen) this.#drop(messageId, intent);
    else setTimeout(() => !intent.isRunning && this.#drop(messageId, intent), forgetMs);
  }

  /** Shows a wish that may still be taken back; the answer takes it back. */
  hold(messageId: string, wish: Wish): () => void {
    const intent = this.#put(messageId, wish);
    return () => this.#drop(messageId, intent);
  }

  /** An entry was applied: wishes that it fulfils are no longer needed. */
  applied(entry: LogEntry): void {
    const messageId = messageIdOf(entry.body) ?? "";
    for (const intent of this.#messages.get(messageId)?.intents.values() ?? []) {
      if (!fulfils(entry, intent.wish, this.#me)) continue;
      intent.isSeen = true;
      if (!intent.isRunning) this.#drop(messageId, intent);
    }
  }

  show(message: Message): Message {
    const about = this.#messages.get(message.id);
    if (about === undefined) return message;
    const known = about.shown.get(message);
    if (known !== undefined) return known;
    const shown = [...about.intents.values()].reduce((it, intent) => granted(it, intent, this.#me), message);
    about.shown.set(message, shown);
    return shown;
  }

  #put(messageId: string, wish: Wish): Intent {
    const intents = this.#messages.get(messageId)?.intents ?? new Map<string, Intent>();
    const slot = wish.kind === "react" ? `react ${wish.emoji}` : wish.kind;
    const intent = intents.get(slot) ?? { wish, since: Date.now(), isRunning: false, isSeen: false };
    intent.wish = wish;
    intent.isSeen = false;
    intents.set(slot, intent);
    this.#show(messageId, intents);
    return intent;
  }

  #drop(messageId: string, intent: Intent): void {
    const intents = this.#messages.get(messageId)?.intents ?? new Map<string, Intent>();
    for (const [slot, other] of intents) if (other === intent) intents.delete(slot);
    this.#show(messageId, intents);
  }

  #show(messageId: string, intents: Map<string, Intent>): void {
    if (intents.size === 0) this.#messages.delete(messageId);
    else this.#messages.set(messageId, { intents, shown: new WeakMap() });
    this.#changed();
  }
}

/** The message as it will be; the same where it is so already. */
function granted(message: Message, { wish, since }: Intent, me: string): Message {
  switch (wish.kind) {
    case "edit":
      return message.text === wish.text ? message : { ...message, text: wish.text, editedAt: since };
    case "delete":
      return message.deletedAt === undefined ? deleted(message, since) : message;
    case "react": {
      const { emoji, on } = wish;
      if (message.reactions.some((reaction) => reaction.emoji === emoji && reaction.mine) === on)
        return message;
      const change = on ? withReaction : withoutReaction;
      return { ...message, reactions: change(message.reactions, { emoji, userId: me }, me) };
    }
    case "pin":
      if ((message.pin !== undefined) === wish.on) return message;
      return { ...message, pin: wish.on ? { by: me, at: since } : undefined };
  }
}

function fulfils({ body, actorId }: LogEntry, wish: Wish, me: string): boolean {
  switch (body.case) {
    case "messageDeleted":
      return wish.kind === "delete";
    case "messageEdited":
      return wish.kind === "edit" && body.value.text === wish.text;
    case "messagePinned":
    case "messageUnpinned":
      return wish.kind === "pin" && wish.on === (body.case === "messagePinned");
    case "reactionAdded":
    case "reactionRemoved": {
      const isSame = wish.kind === "react" && wish.emoji === body.value.emoji && actorId === me;
      return isSame && wish.on === (body.case === "reactionAdded");
    }
    default:
      return false;
  }
}
