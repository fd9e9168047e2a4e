import type { Transport } from "@connectrpc/connect";
import { createStore } from "zustand/vanilla";
import { SavedService } from "../../../../gen/chatter/message/v1/saved_pb.js";
import { createUnaryClient, type UnaryClient } from "../../api/unary-client.ts";
import type { LogEntry } from "../../realtime/streams.ts";
import type { Workspace } from "../workspace.ts";

export type SavedState = "saved" | "done";

type Change = readonly [messageId: string, state: SavedState | undefined];

/** What this person keeps for later, on all their devices: shown at once, and taken back where the server refuses. */
export class SavedMarks {
  /** By message. */
  readonly store = createStore<ReadonlyMap<string, SavedState>>(() => new Map());
  readonly #api: UnaryClient<typeof SavedService>;
  /** Changes that came while all were being read. */
  #meanwhile: Change[] | undefined;

  constructor(api: UnaryClient<typeof SavedService>) {
    this.#api = api;
  }

  /** Reads all; what cannot be read now comes with the next connection. */
  async read(): Promise<void> {
    const meanwhile: Change[] = [];
    this.#meanwhile = meanwhile;
    const { marks } = await this.#api.listSavedMarks({});
    // It is being read anew: that answer is the newer one.
    if (this.#meanwhile !== meanwhile) return;
    this.#meanwhile = undefined;
    this.store.setState(
      new Map(marks.map(({ messageId, done }) => [messageId, done ? "done" : "saved"])),
      true,
    );
    for (const [messageId, state] of meanwhile) this.#put(messageId, state);
  }

  /** Takes an entry of the person's own stream. */
  applied({ body }: LogEntry): void {
    if (body.case !== "savedChanged") return;
    const { messageId, saved, done } = body.value;
    this.#put(messageId, saved ? (done ? "done" : "saved") : undefined);
  }

  /** Rejects if the server refuses. */
  async set(messageId: string, state: SavedState | undefined): Promise<void> {
    const before = this.store.getState().get(messageId);
    this.#put(messageId, state);
    try {
      if (state === "saved") await this.#api.saveMessage({ messageId });
      else if (state === "done") await this.#api.finishSavedMessage({ messageId });
      else await this.#api.removeSavedMessage({ messageId });
    } catch (error) {
      this.#put(messageId, before);
      throw error;
    }
  }

  #put(messageId: string, state: SavedState | undefined): void {
    this.#meanwhile?.push([messageId, state]);
    this.store.setState((all) => {
      const next = new Map(all);
      if (state === undefined) next.delete(messageId);
      else next.set(messageId, state);
      return next;
    }, true);
  }
}

const known = new WeakMap<Workspace, SavedMarks>();

/** Those of the signed-in person, read when they are first asked for and kept up from then on. */
export function savedMarksOf(workspace: Workspace, transport: Transport): SavedMarks {
  const marks = known.get(workspace) ?? new SavedMarks(createUnaryClient(SavedService, transport));
  if (known.has(workspace)) return marks;
  known.set(workspace, marks);
  const read = () => void marks.read().catch(() => undefined);
  workspace.onOwn((entry) => (entry === undefined ? read() : marks.applied(entry)));
  read();
  return marks;
}
