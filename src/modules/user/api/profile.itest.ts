import { fromBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { Code } from "@connectrpc/connect";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import {
  Preferences_Density,
  Preferences_Section,
  Preferences_Theme,
} from "../../../../gen/chatter/user/v1/user_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { png } from "../testing/images.ts";
import { createUserWorld, type Person, type UserWorld } from "../testing/world.ts";

let world: UserWorld;
let ada: Person;

beforeEach(async () => {
  world = await createUserWorld();
  ada = await world.join("Ada Lovelace");
  world.published.length = 0;
});

afterEach(() => world.close());

const update = (change: Parameters<Person["api"]["updateProfile"]>[0]) =>
  refusalOf(ada.api.updateProfile(change));
const profile = async () => (await ada.api.getUsers({ userIds: [ada.userId] })).users[0];

describe("one's profile", () => {
  it("changes in what is given and is told to everybody", async () => {
    const change = { title: "Countess", timezone: "Europe/London", handle: "ada" };
    const { user } = await ada.api.updateProfile(change);
    expect(user).toMatchObject({ ...change, name: "Ada Lovelace" });
    expect(await profile()).toEqual(user);
    expect(world.published).toMatchObject([
      { type: "chatter.user.events.v1.ProfileChanged", payload: { user: change } },
    ]);
  });

  it("is told to nobody when nothing changes", async () => {
    await ada.api.updateProfile({ name: "Ada Lovelace", timezone: "" });
    expect(world.published).toEqual([]);
  });

  it("has a handle that nobody else has and that means nothing else", async () => {
    await world.join("Bob");
    expect(await update({ handle: "bob" })).toBe("HANDLE_TAKEN");
    expect(await update({ handle: "everyone" })).toBe("HANDLE_RESERVED");
    expect(await update({ handle: "Ada Lovelace" })).toBe("INVALID_ARGUMENT");
    expect(await update({ timezone: "Mars/Olympus" })).toBe("TIMEZONE_UNKNOWN");
    expect((await profile())?.handle).toBe("ada.lovelace");
  });

  it("is given the same handle as another at the same moment once", async () => {
    const bob = await world.join("Bob");
    const wishes = [ada, bob].map(({ api }) => refusalOf(api.updateProfile({ handle: "first" })));
    expect((await Promise.all(wishes)).toSorted()).toEqual(["HANDLE_TAKEN", "no refusal"]);
  });
});

describe("one's status", () => {
  it("is shown until it expires", async () => {
    const expiresAt = timestampFromDate(new Date(world.clock.now().getTime() + 60_000));
    await ada.api.setStatus({ status: { emoji: "🌴", text: "Back soon", expiresAt } });
    expect((await profile())?.status).toMatchObject({ emoji: "🌴", text: "Back soon", expiresAt });
    world.clock.advance(60_000);
    expect((await profile())?.status).toBeUndefined();
    const again = { status: { emoji: "🌴", text: "", expiresAt } };
    expect(await refusalOf(ada.api.setStatus(again))).toBe("STATUS_EXPIRED");
  });

  it("is cleared by setting none", async () => {
    await ada.api.setStatus({ status: { emoji: "", text: "Here" } });
    await ada.api.setStatus({});
    expect((await profile())?.status).toBeUndefined();
  });
});

describe("one's picture", () => {
  it("has an address of its own for each content, and is gone when it is removed", async () => {
    const { user } = await ada.api.setAvatar({ image: png(64, 64) });
    expect(user?.avatarUrl).toMatch(new RegExp(`^/avatars/${ada.userId}/[0-9a-f]{32}$`));
    const { user: other } = await ada.api.setAvatar({ image: png(65, 64) });
    expect(other?.avatarUrl).not.toBe(user?.avatarUrl);
    await ada.api.setAvatar({});
    expect((await profile())?.avatarUrl).toBe("");
    expect(world.published).toHaveLength(3);
  });

  it("is nothing but an image", async () => {
    for (const text of ["<svg onload='alert(1)'/>", "GIF89a", "PNG"]) {
      expect(await refusalOf(ada.api.setAvatar({ image: Buffer.from(text) }))).toBe("AVATAR_NOT_AN_IMAGE");
    }
    expect(await refusalOf(ada.api.setAvatar({ image: png(5_000, 5_000) }))).toBe("AVATAR_TOO_LARGE");
    expect(world.published).toEqual([]);
  });
});

describe("one's preferences", () => {
  it("follow the person to all devices through the personal stream", async () => {
    expect((await ada.api.getPreferences({})).preferences).toMatchObject({ welcomeDismissed: false });
    const preferences = {
      theme: Preferences_Theme.HIGH_CONTRAST,
      density: Preferences_Density.COMPACT,
      enterBreaksLine: true,
      welcomeDismissed: true,
      collapsedSections: [Preferences_Section.DIRECTS, Preferences_Section.STARRED],
      language: "de-AT",
    };
    await ada.api.updatePreferences({ preferences });
    await ada.api.updatePreferences({ preferences });
    expect((await ada.api.getPreferences({})).preferences).toMatchObject(preferences);

    const { entries } = await world.streams.read(ada.userId, 0n, 10);
    const facts = entries.map((entry) => fromBinary(EntrySchema, entry));
    expect(facts).toMatchObject([
      { actorId: ada.userId, body: { case: "preferencesChanged", value: { preferences } } },
    ]);
  });

  it("name a language by its tag", async () => {
    const refused = ada.api.updatePreferences({ preferences: { language: "Deutsch!" } });
    await expect(refused).rejects.toMatchObject({ code: Code.InvalidArgument });
    expect((await ada.api.getPreferences({})).preferences).toMatchObject({ language: "" });
  });

  it("are told to nobody else", async () => {
    await ada.api.updatePreferences({ preferences: { welcomeDismissed: true } });
    expect(world.published).toEqual([]);
  });
});
