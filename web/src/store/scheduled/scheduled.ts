import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Transport } from "@connectrpc/connect";
import { createStore } from "zustand/vanilla";
import {
  type ScheduledMessage as ProtoScheduled,
  ScheduleService,
} from "../../../../gen/chatter/message/v1/schedule_pb.js";
import { type Failure, failureOf } from "../../api/failure.ts";
import { createUnaryClient, type UnaryClient } from "../../api/unary-client.ts";
import type { Place } from "../drafts/drafts.ts";
import { msOf } from "../log/from-proto.ts";
import type { Workspace } from "../workspace.ts";

/** A message that is to be sent at a later moment. */
export interface Scheduled extends Place {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  readonly sendAt: number;
  /** The reason for which it could not be sent; empty while it is planned. */
  readonly failure: string;
}

export interface ScheduledState {
  /** Undefined until it was read. */
  readonly list: readonly Scheduled[] | undefined;
  readonly failure: Failure | undefined;
}

/** What this person has planned, as the server has it; all changes reject if the server refuses. */
export class ScheduledList {
  readonly store = createStore<ScheduledState>(() => ({ list: undefined, failure: undefined }));
  readonly #api: UnaryClient<typeof ScheduleService>;
  #latest = 0;

  constructor(api: UnaryClient<typeof ScheduleService>) {
    this.#api = api;
  }

  /** Reads it anew; of two answers that of the later question counts. */
  async read(): Promise<void> {
    this.#latest += 1;
    const mine = this.#latest;
    try {
      const { scheduled } = await this.#api.listScheduledMessages({});
      if (mine === this.#latest) this.store.setState({ list: scheduled.map(fromProto), failure: undefined });
    } catch (error) {
      if (mine === this.#latest) this.store.setState({ failure: failureOf(error) });
    }
  }

  plan(
    wish: Place & { readonly text: string; readonly alsoInChannel: boolean; readonly sendAt: number },
  ): Promise<void> {
    const { channelId, threadRootId = "", text, alsoInChannel, sendAt } = wish;
    const request = { channelId, threadRootId, text, alsoInChannel, sendAt: timestampFromMs(sendAt) };
    return this.#change(this.#api.scheduleMessage(request));
  }

  edit(
    scheduledId: string,
    { text, sendAt }: { readonly text: string; readonly sendAt: number },
  ): Promise<void> {
    return this.#change(
      this.#api.editScheduledMessage({ scheduledId, text, sendAt: timestampFromMs(sendAt) }),
    );
  }

  remove(scheduledId: string): Promise<void> {
    return this.#change(this.#api.deleteScheduledMessage({ scheduledId }));
  }

  sendNow(scheduledId: string): Promise<void> {
    return this.#change(this.#api.sendScheduledMessageNow({ scheduledId }));
  }

  async #change(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } finally {
      await this.read();
    }
  }
}

const known = new WeakMap<Workspace, ScheduledList>();

/** That of the signed-in person, read when it is first asked for and kept up from then on. */
export function scheduledOf(workspace: Workspace, transport: Transport): ScheduledList {
  const list = known.get(workspace) ?? new ScheduledList(createUnaryClient(ScheduleService, transport));
  if (known.has(workspace)) return list;
  known.set(workspace, list);
  workspace.onOwn((entry) => {
    if (entry === undefined || entry.body.case === "scheduledChanged") void list.read();
  });
  void list.read();
  return list;
}

function fromProto({ id, channelId, threadRootId, text, sendAt, failure }: ProtoScheduled): Scheduled {
  return { id, channelId, threadRootId: threadRootId || undefined, text, sendAt: msOf(sendAt) ?? 0, failure };
}
