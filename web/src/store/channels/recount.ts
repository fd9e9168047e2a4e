import type { Unread as ProtoUnread } from "../../../../gen/chatter/message/v1/message_pb.js";
import type { Api } from "../../api/clients.ts";

const gatherMs = 500;

/** Has the server count what is unread; what asks for it within a moment asks once. */
export class Recount {
  readonly #api: Pick<Api, "messages">;
  readonly #counted: (counts: readonly ProtoUnread[]) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Pick<Api, "messages">, counted: (counts: readonly ProtoUnread[]) => void) {
    this.#api = api;
    this.#counted = counted;
  }

  ask(): void {
    this.#timer ??= setTimeout(() => void this.#count(), gatherMs);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #count(): Promise<void> {
    try {
      const { channels } = await this.#api.messages.listUnread({});
      this.#timer = undefined;
      this.#counted(channels);
    } catch {
      // The estimate stays until something asks again, at the latest the next connection.
      this.#timer = undefined;
    }
  }
}
