import type { Workspace } from "../workspace.ts";
import type { Wish } from "./intents.ts";
import type { Message } from "./message.ts";

type Parts = Pick<Workspace, "api" | "channels" | "logs" | "me" | "outbox">;

/** What a person does with the messages of one channel. */
export class MessageActions {
  readonly #parts: Parts;
  readonly #channelId: string;
  readonly #onError: (error: unknown) => void;

  constructor(parts: Parts, channelId: string, onError: (error: unknown) => void) {
    this.#parts = parts;
    this.#channelId = channelId;
    this.#onError = onError;
  }

  toggleReaction = ({ id, reactions }: Message, emoji: string): void => {
    const on = !reactions.some((reaction) => reaction.emoji === emoji && reaction.mine);
    this.#want(id, { kind: "react", emoji, on });
  };

  togglePin = ({ id, pin }: Message): void => this.#want(id, { kind: "pin", on: pin === undefined });

  edit = ({ id, text: before }: Message, text: string): void => {
    // As the server will keep it, so that its entry is recognised.
    const after = text.replaceAll("\u0000", "").trimEnd();
    if (after !== before) this.#want(id, { kind: "edit", text: after });
  };

  remove = ({ id }: Message): void => this.#want(id, { kind: "delete" });

  /** Hides a message now and deletes it after a while; until then the answer brings it back. */
  removeIn = (message: Message, ms: number): (() => void) => {
    const show = this.#log().intents.hold(message.id, { kind: "delete" });
    const timer = setTimeout(() => this.remove(message), ms);
    return () => {
      clearTimeout(timer);
      show();
    };
  };

  /** From this message on everything is unread again. */
  markUnread = ({ seq }: Message): void => {
    const { channels, me } = this.#parts;
    const unread = this.#log().window.after(seq - 1);
    const others = unread.filter(({ authorId, deletedAt }) => authorId !== me && deletedAt === undefined);
    channels.markUnread(
      this.#channelId,
      seq,
      others.map((message) => message.seq),
    );
  };

  /** Sends again what failed, or gives it up. */
  retry = ({ clientId }: Message): void => this.#parts.outbox.retry(clientId);

  discard = ({ clientId }: Message): void => this.#parts.outbox.discard(clientId);

  #want(id: string, wish: Wish): void {
    if (id !== "")
      this.#log()
        .intents.want(id, wish, (latest) => this.#act(id, latest))
        .catch(this.#onError);
  }

  #log() {
    return this.#parts.logs.of(this.#channelId);
  }

  #act(messageId: string, wish: Wish): Promise<unknown> {
    const { messages } = this.#parts.api;
    switch (wish.kind) {
      case "edit":
        return messages.editMessage({ messageId, text: wish.text });
      case "delete":
        return messages.deleteMessage({ messageId });
      case "pin":
        return wish.on ? messages.pinMessage({ messageId }) : messages.unpinMessage({ messageId });
      case "react": {
        const { emoji, on } = wish;
        return on
          ? messages.addReaction({ messageId, emoji })
          : messages.removeReaction({ messageId, emoji });
      }
    }
  }
}
