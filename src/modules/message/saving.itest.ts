import { fromBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { Actor } from "../../kernel/actor.ts";
import { systemClock } from "../../kernel/clock.ts";
import type { ChannelId, MessageId } from "../../kernel/ids.ts";
import { entryEncoder } from "./api/log-entry.ts";
import { finishSaved, removeSaved, saveMessage } from "./application/saved/keep-message.ts";
import { listSaved } from "./application/saved/list-saved.ts";
import type { SavedMessages } from "./application/saved/ports.ts";
import { createBelongings } from "./infrastructure/belongings.ts";
import { createMessages } from "./infrastructure/messages.ts";
import { createSavedMessages } from "./infrastructure/saved/saved-messages.ts";
import { createSearchWorld, type SearchWorld } from "./testing/search-world.ts";

let world: SearchWorld;
let saved: SavedMessages;
let ada: Actor;
let channelId: ChannelId;
beforeAll(async () => {
  world = await createSearchWorld();
  saved = createSavedMessages({ ...world, encoder: entryEncoder });
});
afterAll(() => world.close());
beforeEach(() => {
  [ada, channelId] = [world.person(), world.channel()];
  world.readable.set(ada.userId, [{ id: channelId, name: "general", people: [] }]);
});

const deps = () => ({ clock: systemClock, saved, messages: createMessages(world.database) });
const save = (messageId: MessageId) => saveMessage(deps(), ada, { messageId, channelId });
const list = async (done = false, forbidden: readonly ChannelId[] = [], limit = 10) => {
  const confirm = async (_actor: Actor, channels: readonly ChannelId[]) =>
    new Set(channels.filter((id) => !forbidden.includes(id)));
  const page = await listSaved({ saved, access: { confirm } }, ada, { done, limit });
  return page.saved.map(({ view }) => view?.message.text);
};
const told = async () =>
  (await world.streams.read(ada.userId, 0n, 100)).entries.map((entry) => {
    const { body } = fromBinary(EntrySchema, entry);
    return body.case === "savedChanged" ? [body.value.saved, body.value.done] : body.case;
  });

describe("a message that somebody saves", () => {
  it("is in progress until it is done, and then until it is removed", async () => {
    const first = await world.say(ada, channelId, "one");
    const second = await world.say(ada, channelId, "two");
    await save(first);
    await save(second);
    expect(await list()).toEqual(["two", "one"]);

    await finishSaved(deps(), ada, first);
    expect(await list()).toEqual(["two"]);
    expect(await list(true)).toEqual(["one"]);

    await removeSaved(deps(), ada, first);
    expect(await list(true)).toEqual([]);
  });

  it("is in progress again when it is saved once more", async () => {
    const id = await world.say(ada, channelId, "again");
    await save(id);
    await finishSaved(deps(), ada, id);
    await save(id);
    expect(await list()).toEqual(["again"]);
  });

  it("is told of to the person's other devices, once for each change", async () => {
    const id = await world.say(ada, channelId, "told");
    await save(id);
    await save(id);
    await finishSaved(deps(), ada, id);
    await finishSaved(deps(), ada, id);
    await removeSaved(deps(), ada, id);
    await removeSaved(deps(), ada, id);
    expect(await told()).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
  });

  it("is not shown while its channel may not be read, and is found beyond pages of such", async () => {
    const other = world.channel();
    const here = await world.say(ada, channelId, "here");
    await save(here);
    for (const text of ["there 1", "there 2", "there 3"]) {
      const messageId = await world.say(ada, other, text);
      await saveMessage(deps(), ada, { messageId, channelId: other });
    }
    expect(await list(false, [other], 2)).toEqual(["here"]);
    expect(await list()).toHaveLength(4);
  });

  it("stays as one that was deleted, and can be removed", async () => {
    const messageId = await world.say(ada, channelId, "gone");
    await save(messageId);
    await world.app.remove(ada, { messageId, channelId });
    expect(await list()).toEqual([undefined]);
    await removeSaved(deps(), ada, messageId);
    expect(await list()).toEqual([]);
  });

  it("is refused where it was deleted, was never saved, or is one of too many", async () => {
    const messageId = await world.say(ada, channelId, "gone");
    await world.app.remove(ada, { messageId, channelId });
    await expect(save(messageId)).rejects.toMatchObject({ reason: "MESSAGE_DELETED" });
    await expect(finishSaved(deps(), ada, messageId)).rejects.toMatchObject({ reason: "NOT_SAVED" });

    const { sql } = world.database;
    const rows = Array.from({ length: 5_000 }, (_, n) => ({
      user_id: ada.userId,
      message_id: `msg_${String(n).padStart(27, "0")}` as MessageId,
      channel_id: channelId,
      saved_at: new Date(),
      done_at: null,
    }));
    await sql.insertInto("message.saved").values(rows).execute();
    const one = await world.say(ada, channelId, "one too many");
    await expect(save(one)).rejects.toMatchObject({ reason: "TOO_MANY_SAVED" });
  });

  it("is forgotten with the account", async () => {
    await save(await world.say(ada, channelId, "mine"));
    await createBelongings(world.database).forget(ada.userId);
    expect(await saved.marks(ada.userId)).toEqual([]);
  });
});

describe("is:saved", () => {
  it("finds what whoever asks saved, and with a minus the rest", async () => {
    const kept = await world.say(ada, channelId, "release plan");
    await world.say(ada, channelId, "release notes");
    await save(kept);
    await world.index(channelId);
    expect(await world.texts(ada, "is:saved")).toEqual(["release plan"]);
    expect(await world.texts(ada, "release is:saved")).toEqual(["release plan"]);
    expect(await world.texts(ada, "release -is:saved")).toEqual(["release notes"]);
    expect(await world.texts(ada, "is:saved -is:saved")).toEqual([]);
    expect(await world.texts(ada, "notes is:saved")).toEqual([]);
  });

  it("finds nothing of what others saved", async () => {
    await save(await world.say(ada, channelId, "private plan"));
    await world.index(channelId);
    const ben = world.person();
    world.readable.set(ben.userId, world.readable.get(ada.userId) ?? []);
    expect(await world.texts(ben, "is:saved")).toEqual([]);
    expect(await world.texts(ben, "-is:saved plan")).toEqual(["private plan"]);
  });
});
