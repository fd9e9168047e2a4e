import type { Unread as ProtoUnread } from "../../../../gen/chatter/message/v1/message_pb.js";
import type { Api } from "../../api/clients.ts";

const gatherMs = 500;

/** Has the server count what is unread; what asks for it within a moment asks once, and while it counts once more. */
export class Recount {
  readonly #api: Pick<Api, "messages">;
  readonly #counted: (counts: readonly ProtoUnread[]) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isCounting = false;
  /** What is being counted may be from before the latest question. */
  #isAskedAgain = false;

  constructor(api: Pick<Api, "messages">, counted: (counts: readonly ProtoUnread[]) => void) {
    this.#api = api;
    this.#counted = counted;
  }

  ask(): void {
    if (this.#isCounting) this.#isAskedAgain = true;
    else this.#timer ??= setTimeout(() => void this.#count(), gatherMs);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #count(): Promise<void> {
    this.#timer = undefined;
    this.#isCounting = true;
    this.#isAskedAgain = false;
    // Where it fails the estimate stays until something asks again, at the latest the next connection.
    const answer = await this.#api.messages.listUnread({}).catch(() => undefined);
    this.#isCounting = false;
    if (this.#isAskedAgain) this.ask();
    if (answer !== undefined) this.#counted(answer.channels);
  }
}
