import { create } from "@bufbuild/protobuf";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TypingNowSchema } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { type User as ProtoUser, UserSchema } from "../../../../gen/chatter/user/v1/user_pb.js";
import type { Api } from "../../api/clients.ts";
import type { ToServer } from "../../realtime/socket.ts";
import { createMemoryCache } from "../cache/memory.ts";
import { Focus } from "./focus.ts";
import { People } from "./people.ts";
import { Typing } from "./typing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("people", () => {
  function ask() {
    const getUsers = vi.fn<(request: { userIds: string[] }) => Promise<{ users: ProtoUser[] }>>(
      async ({ userIds }) => ({
        users: userIds.filter((id) => id !== "usr_nobody").map((id) => create(UserSchema, { id, name: id })),
      }),
    );
    const people = new People({ api: { users: { getUsers } } as unknown as Api, cache: createMemoryCache() });
    const asked = () => getUsers.mock.calls.map(([{ userIds }]) => userIds);
    return { people, getUsers, asked, known: () => [...people.store.getState().keys()] };
  }

  it("who are named within a moment are asked for together, and each only once", async () => {
    const { people, asked, known } = ask();
    people.want(["usr_1", "usr_2"]);
    people.want(["usr_2", "usr_3", ""]);
    await pass(20);
    people.want(["usr_1"]);
    await pass(20);
    expect(asked()).toEqual([["usr_1", "usr_2", "usr_3"]]);
    expect(known()).toEqual(["usr_1", "usr_2", "usr_3"]);
  });

  it("who do not exist are not asked for again", async () => {
    const { people, asked } = ask();
    people.want(["usr_nobody"]);
    await pass(20);
    people.want(["usr_nobody"]);
    await pass(20);
    expect(asked()).toHaveLength(1);
  });

  it("are asked for in portions", async () => {
    const { people, asked, known } = ask();
    people.want(Array.from({ length: 450 }, (_, index) => `usr_${index}`));
    await pass(50);
    expect(asked().map(({ length }) => length)).toEqual([200, 200, 50]);
    expect(known()).toHaveLength(450);
  });

  it("come later where the network fails, and are asked for anew after it was gone", async () => {
    const { people, getUsers, known, asked } = ask();
    getUsers.mockRejectedValueOnce(new TypeError("failed to fetch"));
    people.want(["usr_1"]);
    await pass(20);
    expect(known()).toEqual([]);
    await pass(5_000);
    expect(known()).toEqual(["usr_1"]);
    people.refresh();
    await pass(20);
    expect(asked()).toHaveLength(3);
  });
});

describe("typing", () => {
  const typing = (said: ToServer[] = []) => new Typing((frame) => said.push(frame));
  const now = (userId: string) => create(TypingNowSchema, { channelId: "chn_1", userId });
  const shown = (it: Typing) => it.store.getState().get("chn_1 ");

  it("is told at most once in three seconds, and at once in another place or after sending", async () => {
    const said: ToServer[] = [];
    const it = typing(said);
    it.type({ channelId: "chn_1" });
    it.type({ channelId: "chn_1" });
    expect(said).toHaveLength(1);
    it.type({ channelId: "chn_1", threadRootId: "msg_1" });
    expect(said).toHaveLength(2);
    it.sent();
    it.type({ channelId: "chn_1", threadRootId: "msg_1" });
    expect(said).toHaveLength(3);
    await pass(3_000);
    it.type({ channelId: "chn_1", threadRootId: "msg_1" });
    expect(said).toHaveLength(4);
  });

  it("is shown until it was not heard for five seconds", async () => {
    const it = typing();
    it.heard(now("usr_1"));
    await pass(3_000);
    it.heard(now("usr_2"));
    it.heard(now("usr_1"));
    expect(shown(it)).toEqual(["usr_1", "usr_2"]);
    await pass(5_000);
    expect(shown(it)).toBeUndefined();
  });

  it("ends with the message", () => {
    const it = typing();
    it.heard(now("usr_1"));
    it.posted({ authorId: "usr_1", channelId: "chn_1", threadRootId: undefined });
    expect(shown(it)).toBeUndefined();
  });
});

describe("the focus", () => {
  function look() {
    const told: unknown[] = [];
    const page = { isVisible: true };
    const focus = new Focus({
      say: (frame) => told.push(frame.value),
      isVisible: () => page.isVisible,
    });
    return { focus, told, page };
  }

  it("tells what is on screen, once for all that changes in a moment", async () => {
    const { focus, told } = look();
    const leave = focus.channel("chn_1");
    focus.channel("chn_2");
    const stop = focus.user("usr_1");
    focus.user("usr_1");
    leave();
    stop();
    await pass(200);
    expect(told).toEqual([{ channels: ["chn_2"], users: ["usr_1"], active: true }]);
  });

  it("tells that the person has turned away after five minutes, and is back with the next key", async () => {
    const { focus, told, page } = look();
    focus.online();
    await pass(5 * 60_000);
    focus.acted();
    await pass(200);
    page.isVisible = false;
    focus.turned();
    await pass(200);
    const active = told.map((frame) => (frame as { active: boolean }).active);
    expect(active).toEqual([true, false, true, false]);
  });

  it("is told again on each connection", () => {
    const { focus, told } = look();
    focus.online();
    focus.online();
    expect(told).toHaveLength(2);
  });
});
