import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId } from "../../kernel/ids.ts";
import type { Target } from "./application/change.ts";
import { forgetAuthor } from "./application/forget-author.ts";
import { createBelongings } from "./infrastructure/belongings.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.close());

async function say(author: Actor, channelId: ChannelId, text: string): Promise<Target> {
  const { messageId } = await world.app.send(author, {
    channelId,
    clientId: world.clientId(),
    text,
    alsoInChannel: false,
  });
  return { messageId, channelId };
}

const forward = (by: Actor, { messageId }: Target, channelId: ChannelId, comment = "") =>
  world.app.forward(by, {
    messageId,
    channelId,
    comment,
    threadRootId: undefined,
    clientId: world.clientId(),
  });

const see = async ({ messageId }: Target) =>
  (await world.app.getMessage(messageId, world.person().userId)).message;

const logText = async (channel: ChannelId) => Buffer.concat(await world.log(channel)).toString("utf8");

function scene() {
  return { ada: world.person(), grace: world.person(), here: world.channel(), there: world.channel() };
}

describe("forwarding a message", () => {
  it("posts a copy that names its source, with what is said to it", async () => {
    const { ada, grace, here, there } = scene();
    const original = await say(ada, here, "We ship on Friday.");
    const { authorId, postedAt } = await see(original);
    const copy = await see(await forward(grace, original, there, "look"));
    expect(copy).toMatchObject({ channelId: there, authorId: grace.userId, text: "look" });
    expect(copy.forwarded).toEqual({ ...original, authorId, postedAt, text: "We ship on Friday." });
  });

  it("says what was said then, also when the original is edited later", async () => {
    const { ada, grace, here, there } = scene();
    const original = await say(ada, here, "Friday");
    const copy = await forward(grace, original, there);
    await world.app.edit(ada, { ...original, text: "Monday" });
    expect(await see(copy)).toMatchObject({ text: "", forwarded: { text: "Friday" } });
  });

  it("hands on what was forwarded without a word, and otherwise what was said to it", async () => {
    const { ada, grace, here, there } = scene();
    const original = await say(ada, here, "the source");
    const silent = await forward(grace, original, there);
    const said = await forward(grace, original, there, "a comment");
    const third = world.channel();
    expect((await see(await forward(ada, silent, third))).forwarded).toMatchObject(original);
    expect((await see(await forward(ada, said, third))).forwarded).toMatchObject({
      ...said,
      text: "a comment",
    });
  });

  it("answers a retry with the first copy", async () => {
    const { ada, grace, here, there } = scene();
    const { messageId } = await say(ada, here, "once");
    const command = { messageId, channelId: there, comment: "", threadRootId: undefined, clientId: "same" };
    const first = await world.app.forward(grace, command);
    expect(await world.app.forward(grace, command)).toEqual(first);
    expect(await world.log(there)).toHaveLength(1);
  });

  it("calls whom the comment calls, and nobody whom the original called", async () => {
    const { ada, grace, here, there } = scene();
    const original = await say(ada, here, `<@${grace.userId}> look`);
    world.readPositions.set(grace.userId, [{ channelId: there, readSeq: 0n }]);
    await forward(ada, original, there);
    expect(await world.app.listUnread(grace.userId)).toMatchObject([{ messages: 1, mentions: 0 }]);
    await forward(ada, original, there, `<@${grace.userId}>`);
    expect(await world.app.listUnread(grace.userId)).toMatchObject([{ messages: 2, mentions: 1 }]);
  });

  it("is refused to who may not write there, and of what is deleted", async () => {
    const { ada, grace, here, there } = scene();
    const original = await say(ada, here, "text");
    world.banned.add(grace.userId);
    await expect(forward(grace, original, there)).rejects.toThrow("may not write");
    await world.app.remove(ada, original);
    await expect(forward(ada, original, there)).rejects.toThrow("deleted");
    expect(await world.log(there)).toHaveLength(0);
  });
});

describe("deleting what was forwarded", () => {
  it("takes its text out of every copy, also out of the log, and leaves what was said to it", async () => {
    const { ada, grace, here, there } = scene();
    const original = await say(ada, here, "a secret");
    const copy = await forward(grace, original, there, "my words");
    await world.app.edit(grace, { ...copy, text: "my better words" });
    const second = await forward(grace, copy, here);
    const third = await forward(grace, await forward(grace, original, there), here);
    await world.app.remove(ada, original);
    expect(await see(copy)).toMatchObject({ text: "my better words", forwarded: { text: "" } });
    expect(await see(third)).toMatchObject({ forwarded: { ...original, text: "" } });
    expect(await see(second)).toMatchObject({ forwarded: { text: "my better words" } });
    expect(`${await logText(here)}${await logText(there)}`).not.toContain("a secret");
    expect((await world.app.versions(copy.messageId, 50)).map(({ text }) => text)).toEqual([
      "my words",
      "my better words",
    ]);
  });

  it("is complete when somebody forwards it at the same moment", async () => {
    const { ada, grace, here, there } = scene();
    for (let n = 0; n < 10; n++) {
      const original = await say(ada, here, `secret ${n}`);
      const copies = Array.from({ length: 5 }, () => forward(grace, original, n % 2 ? here : there));
      await Promise.all([world.app.remove(ada, original), Promise.allSettled(copies)]);
    }
    expect(`${await logText(here)}${await logText(there)}`).not.toContain("secret");
  });

  it("is what deleting a copy is not: the original stays", async () => {
    const { ada, grace, here, there } = scene();
    const original = await say(ada, here, "stays");
    const copy = await forward(grace, original, there, "words");
    await world.app.remove(grace, copy);
    expect(await see(original)).toMatchObject({ text: "stays" });
    const gone = await see(copy);
    expect(gone.text).toBe("");
    expect(gone.forwarded).toBeUndefined();
    expect(await logText(there)).not.toContain("stays");
  });

  it("comes with the end of its author's account", async () => {
    const { ada, grace, here, there } = scene();
    const copy = await forward(grace, await say(ada, here, "gone with me"), there, "words");
    const deps = { ...world.parts, belongings: createBelongings(world.database) };
    while ((await forgetAuthor(deps, ada.userId)).more);
    expect(await see(copy)).toMatchObject({ text: "words", forwarded: { text: "" } });
  });
});
