import { create } from "@bufbuild/protobuf";
import { openRealtime, type RealtimeClient } from "../../dev/client/realtime-client.ts";
import { FocusSchema, type ServerFrame } from "../../gen/chatter/notification/v1/realtime_pb.js";

type Frame = ServerFrame["frame"];

/** Somebody's connection to one server, and what came by it. */
export class Watcher {
  readonly client: RealtimeClient;
  readonly #frames: Frame[];
  #arrived = Promise.withResolvers<void>();

  private constructor(client: RealtimeClient, frames: Frame[]) {
    this.client = client;
    this.#frames = frames;
  }

  static async connect(url: string, token: string): Promise<Watcher> {
    const frames: Frame[] = [];
    let heard = (): void => {};
    const onFrame = ({ frame }: ServerFrame): void => {
      frames.push(frame);
      heard();
    };
    const watcher = new Watcher(await openRealtime({ url, token, onFrame }), frames);
    heard = () => watcher.#arrived.resolve();
    return watcher;
  }

  look(at: { readonly channels?: string[]; readonly users?: string[] }): void {
    const { channels = [], users = [] } = at;
    this.client.write({ case: "focus", value: create(FocusSchema, { channels, users, active: true }) });
  }

  /** Resolves with the first frame that fits, be it here already or yet to come. */
  async until<T>(pick: (frame: Frame) => T | undefined): Promise<T> {
    for (let seen = 0; ; ) {
      for (; seen < this.#frames.length; seen++) {
        const frame = this.#frames[seen];
        const found = frame && pick(frame);
        if (found !== undefined) return found;
      }
      this.#arrived = Promise.withResolvers();
      await this.#arrived.promise;
    }
  }

  /** The texts that were posted to the channel, with their positions. */
  posted(channelId: string): { readonly seq: bigint; readonly text: string }[] {
    return this.#frames.flatMap((frame) => {
      if (frame.case !== "entries" || frame.value.stream !== channelId) return [];
      const { firstSeq, entries } = frame.value;
      return entries.flatMap(({ body }, index) =>
        body.case === "messagePosted"
          ? [{ seq: firstSeq + BigInt(index), text: body.value.message?.text ?? "" }]
          : [],
      );
    });
  }

  /** Resolves when what is said in the channel from then on is delivered. */
  async follows(channelId: string): Promise<void> {
    await this.until((frame) =>
      frame.case === "caughtUp" && frame.value.stream === channelId ? true : undefined,
    );
  }

  /** Resolves when this text was delivered. */
  saw(channelId: string, text: string): Promise<true> {
    return this.until(() => (this.posted(channelId).some((post) => post.text === text) ? true : undefined));
  }
}
