import { expect } from "vitest";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import type { Team } from "./team.ts";
import type { Watcher } from "./watcher.ts";

const ADMIN = 0;
const MEMBER = 1;
const AT_ONCE = 4;
const BEFORE = 20;

/**
 * Somebody is added to a private channel and writes to it through both servers, as fast as they can, until they are
 * removed through one of them. Everything that they send before is taken, nothing that they begin to send after the
 * removal was acknowledged is, and nothing that is said afterwards reaches them.
 */
export async function expectRemovalToHold(team: Team, name: string): Promise<void> {
  const admin = team.api(0, ADMIN);
  const { channel } = await admin.channel.createChannel({ name, kind: ChannelKind.PRIVATE });
  const channelId = channel?.id ?? "";
  const userId = team.people[MEMBER]?.userId ?? "";
  await admin.channel.addMembers({ channelId, userIds: [userId] });
  const connections = await Promise.all([team.connect(0, MEMBER), team.connect(1, MEMBER)]);
  for (const each of connections) await each.follows(channelId);
  const stubborn = new Stubborn(channelId, connections);

  await stubborn.written(BEFORE);
  stubborn.standing = "leaving";
  await admin.channel.removeMember({ channelId, userId });
  stubborn.standing = "outside";
  await admin.message.sendMessage({ channelId, clientId: "after", text: "after the removal" });
  const { accepted, acceptedTooLate } = await stubborn.refusedEverywhere();

  expect(acceptedTooLate).toEqual([]);
  const { messages } = await admin.message.listMessages({ channelId, limit: 100 });
  const shown = messages.filter(({ authorId }) => authorId === userId).map(({ text }) => text);
  // The latest page; what was taken is there, and nothing else.
  expect(accepted).toEqual(expect.arrayContaining(shown));
  // What is said in another channel afterwards arrives, so what was to come before it has come.
  const fence = `fence of ${name}`;
  await admin.message.sendMessage({ channelId: team.channelId, clientId: name, text: fence });
  for (const each of connections) {
    await each.saw(team.channelId, fence);
    expect(each.posted(channelId).map(({ text }) => text)).not.toContain("after the removal");
    each.client.close();
  }
}

/** Goes on sending until they are refused after they were removed. */
class Stubborn {
  readonly #channelId: string;
  readonly #accepted: string[] = [];
  readonly #acceptedTooLate: string[] = [];
  readonly #running: Promise<unknown>;
  /** As far as is known outside of the servers. */
  standing: "inside" | "leaving" | "outside" = "inside";
  #waiting: { count: number; resolve: () => void } | undefined;

  constructor(channelId: string, connections: readonly Watcher[]) {
    this.#channelId = channelId;
    const lines = connections.flatMap((each, c) =>
      Array.from({ length: AT_ONCE }, (_, n) => this.#write(each, `${c} ${n}`)),
    );
    this.#running = Promise.all(lines);
  }

  async written(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting = { count, resolve };
    await Promise.race([promise, this.#running]);
  }

  async refusedEverywhere() {
    await this.#running;
    return { accepted: this.#accepted, acceptedTooLate: this.#acceptedTooLate };
  }

  async #write({ client }: Watcher, line: string): Promise<void> {
    for (let n = 0; ; n++) {
      const began = this.standing;
      const text = `${this.#channelId} ${line} ${n}`;
      const refusal = await client.send(this.#channelId, text, text).then(() => undefined, String);
      if (refusal === undefined) (began === "outside" ? this.#acceptedTooLate : this.#accepted).push(text);
      else if (this.standing === "inside" || !refusal.includes("NOT_PERMITTED")) throw new Error(refusal);
      if (refusal !== undefined && began === "outside") return;
      if (this.#waiting !== undefined && this.#accepted.length >= this.#waiting.count)
        this.#waiting.resolve();
    }
  }
}
