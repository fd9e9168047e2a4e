import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { PresenceState } from "../../gen/chatter/notification/presence/v1/presence_pb.js";
import { TypingSchema } from "../../gen/chatter/notification/v1/realtime_pb.js";
import { expectRemovalToHold } from "./removal.ts";
import { openTeam, type Team } from "./team.ts";
import { Watcher } from "./watcher.ts";

/** Who does nothing else. */
const HURRIED = 4;

/** Two servers and a worker behave as one, for people who are spread over both. */
export function describeSeveralServers(
  how: string,
  settings: () => Promise<Readonly<Record<string, string>>>,
  counting: "together" | "each",
): void {
  describe(`two servers ${how}`, { timeout: 60_000 }, () => {
    let team: Team;

    beforeAll(async () => {
      team = await openTeam(await settings());
    }, 120_000);
    afterAll(() => team.close());

    showTheSameMessages(() => team);
    showWhatPeopleDo(() => team);
    rememberTogether(() => team);
    limitCalls(() => team, counting);
    revokeTogether(() => team);
  });
}

function showTheSameMessages(team: () => Team): void {
  it("show everybody the same messages in the same order, whoever writes where", async () => {
    const { channelId } = team();
    const [here, there] = [await team().connect(0, 0), await team().connect(1, 1)];
    const write = async (watcher: Watcher, who: string) => {
      for (let n = 0; n < 50; n++) await watcher.client.send(channelId, `${who}-${n}`, `${who} ${n}`);
    };
    await Promise.all([write(here, "ada"), write(there, "bob")]);
    await Promise.all(
      [here, there].flatMap((each) => [each.saw(channelId, "ada 49"), each.saw(channelId, "bob 49")]),
    );
    const [seenHere, seenThere] = [here.posted(channelId), there.posted(channelId)];
    expect(seenHere).toHaveLength(100);
    expect(seenThere).toEqual(seenHere);
  });

  it("tell each other of a message at once, not when the log is looked at", async () => {
    const { channelId } = team();
    const [here, there] = [await team().connect(0, 0), await team().connect(1, 1)];
    const delays = [];
    for (let n = 0; n < 20; n++) {
      const began = performance.now();
      await Promise.all([
        here.client.send(channelId, `hint-${n}`, `hint ${n}`),
        there.saw(channelId, `hint ${n}`),
      ]);
      delays.push(performance.now() - began);
    }
    // The log is looked at every three seconds.
    expect(delays.toSorted((a, b) => a - b)[10]).toBeLessThan(500);
  });
}

function showWhatPeopleDo(team: () => Team): void {
  it("show who is there, to those who come later too", async () => {
    const [ada] = team().people;
    const here = await team().connect(0, 0);
    here.look({});
    const there = await team().connect(1, 1);
    there.look({ users: [ada?.userId ?? ""] });
    const shown = await there.until((frame) => {
      if (frame.case !== "ephemeral" || frame.value.body.case !== "presence") return undefined;
      const { state, userId } = frame.value.body.value;
      return state === PresenceState.ACTIVE ? userId : undefined;
    });
    expect(shown).toBe(ada?.userId);
  });

  it("show who is typing", async () => {
    const { channelId } = team();
    const [here, there] = [await team().connect(0, 0), await team().connect(1, 1)];
    there.look({ channels: [channelId] });
    await here.client.send(channelId, "before typing", "before typing");
    await there.saw(channelId, "before typing");
    here.client.write({ case: "typing", value: create(TypingSchema, { channelId }) });
    const typist = await there.until((frame) =>
      frame.case === "ephemeral" && frame.value.body.case === "typing" ? frame.value.body.value : undefined,
    );
    expect(typist).toMatchObject({ channelId, userId: team().people[0]?.userId });
  });
}

function rememberTogether(team: () => Team): void {
  it("agree on what is unread", async () => {
    const unread = async () => {
      const { channels } = await team().api(1, 3).message.listUnread({});
      return channels.find((each) => each.channelId === team().channelId)?.messages ?? 0;
    };
    const sent = await team().api(0, 0).message.sendMessage({
      channelId: team().channelId,
      clientId: "unread",
      text: "unread",
    });
    expect(await unread()).toBeGreaterThan(0);
    await team()
      .api(0, 3)
      .channel.markRead({ channelId: team().channelId, seq: sent.message?.seq ?? 0n });
    expect(await unread()).toBe(0);
  });

  it("answer a repeated call with the first answer, whichever of them is asked", async () => {
    const headers = { "idempotency-key": "one-channel-only" };
    const request = { name: "once", kind: ChannelKind.PUBLIC };
    const first = await team().api(0, 0).channel.createChannel(request, { headers });
    const second = await team().api(1, 0).channel.createChannel(request, { headers });
    expect(second.channel?.id).toBe(first.channel?.id);
  });

  it("count what a stranger tries together", async () => {
    const outcomes = [];
    for (let n = 0; n < 12; n++) {
      const stranger = team().api(n % 2 === 0 ? 0 : 1, 99).auth;
      outcomes.push(await stranger.login({ email: "person-2@example.org", password: "wrong" }).catch(codeOf));
    }
    expect(outcomes.slice(0, 10)).toEqual(Array(10).fill(Code.Unauthenticated));
    expect(outcomes.slice(10)).toEqual(Array(2).fill(Code.ResourceExhausted));
  });
}

function limitCalls(team: () => Team, counting: "together" | "each"): void {
  it(`count ${counting} what one person calls`, async () => {
    const servers = [await team().another({ RATE_LIMIT: "2" }), await team().another({ RATE_LIMIT: "2" })];
    const began = performance.now();
    const granted = await Promise.all(
      servers.map(({ url }) => countGranted(createApiClient(url, team().people[HURRIED]?.token))),
    );
    const seconds = Math.floor((performance.now() - began) / 1_000);
    // Two in each second that was touched, and four besides in ten.
    const allowed = 2 * (seconds + 2) + 4 * (Math.floor(seconds / 10) + 1);
    const sum = granted.reduce((one, other) => one + other);
    if (counting === "each") for (const each of granted) expect(each).toBeLessThanOrEqual(allowed);
    // On a machine that is too busy to let Redis answer in time, each goes on from nothing, as it should.
    else if (!(await Promise.all(servers.map(missesRedis))).includes(true))
      expect(sum).toBeLessThanOrEqual(allowed);
    expect(sum).toBeGreaterThanOrEqual(6);
  });
}

async function missesRedis({ url }: { readonly url: string }): Promise<boolean> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return !/^chatter_redis_failures_total 0$/m.test(metrics);
}

/** Of many calls that are made at once. */
async function countGranted({ auth }: ApiClient): Promise<number> {
  const calls = Array.from({ length: 60 }, () => auth.getSession({}).then(() => "granted", codeOf));
  const answers = await Promise.all(calls);
  expect(answers.filter((answer) => answer !== "granted" && answer !== Code.ResourceExhausted)).toEqual([]);
  return answers.filter((answer) => answer === "granted").length;
}

function revokeTogether(team: () => Team): void {
  it("let nobody write or read who was removed through the other one", async () => {
    const admin = team().api(0, 0);
    const { channel } = await admin.channel.createChannel({ name: "secret", kind: ChannelKind.PRIVATE });
    const channelId = channel?.id ?? "";
    const userId = team().people[1]?.userId ?? "";
    await admin.channel.addMembers({ channelId, userIds: [userId] });
    const removed = await team().connect(1, 1);
    await removed.follows(channelId);
    await removed.client.send(channelId, "as a member", "as a member");
    await removed.saw(channelId, "as a member");

    await admin.channel.removeMember({ channelId, userId });
    await expect(removed.client.send(channelId, "too late", "too late")).rejects.toThrow("NOT_PERMITTED");
    await admin.message.sendMessage({ channelId, clientId: "after", text: "after the removal" });
    // What is sent to another channel afterwards arrives, so what was to come before it has come.
    await admin.message.sendMessage({ channelId: team().channelId, clientId: "fence", text: "fence" });
    await removed.saw(team().channelId, "fence");
    expect(removed.posted(channelId).map(({ text }) => text)).toEqual(["as a member"]);
    const page = team().api(1, 1).message.listMessages({ channelId });
    await expect(page.then(() => "read", codeOf)).resolves.toBe(Code.NotFound);
  });

  it("let nobody write or read who was removed, however much they were writing through both", async () => {
    for (const round of ["one", "two", "three"]) await expectRemovalToHold(team(), `removal-${round}`);
  });

  it("end a session and its connections that were opened through the other one", async () => {
    const there = await team().connect(1, 2);
    const used = team().api(1, 2);
    await used.auth.getSession({});
    await team().api(0, 2).auth.logoutEverywhere({});
    const { goodbye } = await there.client.closed;
    expect(goodbye?.message).toBe("The session has ended.");
    await expect(used.channel.listMyChannels({}).catch(codeOf)).resolves.toBe(Code.Unauthenticated);
  });
}

const codeOf = (error: unknown): Code => ConnectError.from(error).code;
