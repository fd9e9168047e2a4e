import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { createStore } from "zustand/vanilla";
import {
  type PresenceChoice,
  PresenceState,
} from "../../../../gen/chatter/notification/presence/v1/presence_pb.js";
import type { Api } from "../../api/clients.ts";
import { msOf } from "../log/from-proto.ts";

/** Whether this person wants to be left alone, on all devices. */
export interface Quiet {
  readonly isOn: boolean;
  /** When it ends by itself, in milliseconds since 1970; undefined: when it is turned off. */
  readonly until: number | undefined;
}

const loud: Quiet = { isOn: false, until: undefined };
// A browser cannot wait for longer at once.
const longestWaitMs = 2 ** 31 - 1;

/** Shown at once where it is chosen; the server's answer and its entries have the last word. */
export class DoNotDisturb {
  readonly store = createStore<Quiet>(() => loud);
  readonly #api: Pick<Api, "realtime">;
  #server = loud;
  #wish: Quiet | undefined;
  #ending: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Pick<Api, "realtime">) {
    this.#api = api;
  }

  /** Chooses for all devices; takes it back and rejects if the server refuses. */
  async choose(wish: Quiet): Promise<void> {
    this.#wish = wish;
    this.#show();
    try {
      await this.#api.realtime.setPresence({
        state: wish.isOn ? PresenceState.DO_NOT_DISTURB : PresenceState.UNSPECIFIED,
        ...(wish.until !== undefined && { expiresAt: timestampFromMs(wish.until) }),
      });
      if (this.#wish === wish) this.#server = wish;
    } finally {
      if (this.#wish === wish) this.#wish = undefined;
      this.#show();
    }
  }

  /** It was chosen, on whatever device. */
  chosen(choice: PresenceChoice | undefined): void {
    const isOn = choice?.state === PresenceState.DO_NOT_DISTURB;
    this.#server = isOn ? { isOn, until: msOf(choice.expiresAt) } : loud;
    this.#show();
  }

  /** Reads what was chosen before; what is chosen meanwhile is newer. */
  async read(): Promise<void> {
    const before = this.#server;
    try {
      const { choice } = await this.#api.realtime.getPresence({});
      if (this.#server === before) this.chosen(choice);
    } catch {
      // What is known stays until the next connection.
    }
  }

  close(): void {
    clearTimeout(this.#ending);
  }

  #show(): void {
    clearTimeout(this.#ending);
    const chosen = this.#wish ?? this.#server;
    const leftMs = (chosen.until ?? Number.POSITIVE_INFINITY) - Date.now();
    this.store.setState(leftMs > 0 ? chosen : loud, true);
    if (!chosen.isOn || leftMs <= 0 || leftMs === Number.POSITIVE_INFINITY) return;
    this.#ending = setTimeout(() => this.#show(), Math.min(leftMs, longestWaitMs));
  }
}
