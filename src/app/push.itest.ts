import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { DeliveryState } from "../../gen/chatter/notification/v1/push_pb.js";
import {
  startPushService,
  type TestBrowser,
  type TestPushService,
} from "../modules/notification/testing/push/push-service.ts";
import { refusalOf } from "../platform/rpc/testing/refusal.ts";
import { type ServedProgram, serveProgram } from "./testing/served-program.ts";

let service: TestPushService;
let program: ServedProgram;
let ada: ApiClient;
const people = new Map<ApiClient, string>();

const PASSWORD = "a long enough password";
const identity = (name: string) => ({ email: `${name}@example.org`, password: PASSWORD });

beforeAll(async () => {
  service = await startPushService();
  setDefaultCACertificates([...getCACertificates(), service.certificate]);
  program = await serveProgram({
    publicUrl: "https://chat.example.org",
    outwardAllowed: [`${new URL(service.url).hostname}/32`],
  });
  ada = await join("ada");
});
afterAll(async () => {
  await program.stop();
  await service.close();
});

async function join(name: string): Promise<ApiClient> {
  const stranger = createApiClient(program.url);
  const { account } = await stranger.auth.register({ ...identity(name), name, orgName: "Example" });
  const api = await signIn(name);
  people.set(api, account?.userId ?? "");
  return api;
}

async function signIn(name: string): Promise<ApiClient> {
  const { sessionToken } = await createApiClient(program.url).auth.login(identity(name));
  return createApiClient(program.url, sessionToken);
}

const subscriptionOf = ({ endpoint, p256dh, auth }: TestBrowser) => ({
  endpoint,
  p256dh,
  auth,
  language: "de",
});

async function add(api: ApiClient, browser: TestBrowser): Promise<string> {
  const { device } = await api.push.addPushDevice(subscriptionOf(browser));
  return device?.id ?? "";
}

const devicesOf = async ({ push }: ApiClient) =>
  (await push.listPushDevices({})).devices.map(({ id }) => id).reverse();

describe("a browser that takes pushes", () => {
  it("reads what is sent to it, by whom, and for how long it is worth showing", async () => {
    const browser = service.browser();
    await ada.push.testPushDevice({ deviceId: await add(ada, browser) });
    const { publicKey } = await ada.push.getPushKey({});
    expect(await browser.push(0)).toEqual({
      message: { kind: "test", language: "de" },
      ...{ ttl: "60", urgency: "high", topic: undefined },
      contact: "https://chat.example.org",
      key: Buffer.from(publicKey).toString("base64url"),
    });
  });

  it("is one device, however often it is added, and is that of whoever added it last", async () => {
    const [ben, browser] = [await join("ben"), service.browser()];
    const first = await add(ada, browser);
    expect(await add(ada, browser)).toBe(first);
    const taken = await add(ben, browser);
    expect(await devicesOf(ben)).toEqual([taken]);
    expect(await devicesOf(ada)).not.toContain(first);
    expect(await refusalOf(ada.push.testPushDevice({ deviceId: taken }))).toBe("PUSH_DEVICE_NOT_FOUND");
    await ada.push.removePushDevice({ deviceId: taken });
    expect(await devicesOf(ben)).toEqual([taken]);
  });

  it("gets nothing any more when its session has ended", async () => {
    const [here, there] = [await join("cleo"), await signIn("cleo")];
    const [kept, gone] = [await add(here, service.browser()), await add(there, service.browser())];
    expect(await devicesOf(here)).toEqual([kept, gone]);
    await there.auth.logout({});
    await expect.poll(() => devicesOf(here)).toEqual([kept]);
  });

  it("is dropped when its push service says that it is gone, and only then", async () => {
    const browser = service.browser();
    const deviceId = await add(ada, browser);
    const test = () => refusalOf(ada.push.testPushDevice({ deviceId }));
    browser.answerWith({ status: 503 });
    expect(await test()).toBe("PUSH_SERVICE_AWAY");
    browser.answerWith({ status: 413 });
    expect(await test()).toBe("PUSH_REFUSED");
    expect(await devicesOf(ada)).toContain(deviceId);
    browser.answerWith({ status: 410 });
    expect(await test()).toBe("PUSH_DEVICE_NOT_FOUND");
    expect(await devicesOf(ada)).not.toContain(deviceId);
  });

  it("makes room for the one that is added after twenty", async () => {
    const dora = await join("dora");
    const ids: string[] = [];
    for (let n = 0; n < 21; n++) ids.push(await add(dora, service.browser()));
    expect(new Set(await devicesOf(dora))).toEqual(new Set(ids.slice(1)));
  });
});

describe("what is no browser", () => {
  it("is not sent anything: addresses inside the network, keys that are none, programs", async () => {
    const subscription = subscriptionOf(service.browser());
    const trying = (change: Partial<typeof subscription>, api = ada) =>
      refusalOf(api.push.addPushDevice({ ...subscription, ...change }));
    for (const endpoint of ["https://10.0.0.1/x", "https://169.254.169.254/latest", "https://[::1]/"])
      expect(await trying({ endpoint })).toBe("OUTWARD_ADDRESS_REFUSED");
    expect(await trying({ endpoint: "http://push.example.org/x" })).toBe("INVALID_ARGUMENT");
    expect(await trying({ p256dh: new Uint8Array(65).fill(4) })).toBe("PUSH_KEY_INVALID");
    expect(await trying({ auth: new Uint8Array(15) })).toBe("INVALID_ARGUMENT");
    const { secret } = await ada.auth.createApiKey({ name: "bot", scopes: ["write"] });
    expect(await trying({}, createApiClient(program.url, secret))).toBe("PUSH_NEEDS_SESSION");
  });
});

async function say({ message }: ApiClient, channelId: string, text: string) {
  const sent = await message.sendMessage({ channelId, clientId: crypto.randomUUID(), text });
  return { messageId: sent.message?.id ?? "", seq: sent.message?.seq ?? 0n };
}

/** Longer than the pause before a second try. */
const PATIENT = { timeout: 20_000 };

describe("what somebody is to be told of", () => {
  /** Somebody with a browser, somebody who writes to them, and where. */
  async function meet(reader: string, writer: string) {
    const [reading, writing] = [await join(reader), await join(writer)];
    const browser = service.browser();
    await add(reading, browser);
    const userId = people.get(reading) ?? "";
    const { channel } = await writing.channel.openDirect({ userIds: [userId] });
    const channelId = channel?.id ?? "";
    return {
      reading,
      writing,
      browser,
      channelId,
      userId,
      say: (text: string) => say(writing, channelId, text),
    };
  }

  it("comes to their browser while they are away, once, as it is to be shown there", async () => {
    const { browser, channelId, say, reading } = await meet("emil", "fay");
    const { messageId } = await say("**hello** there");
    const { message, urgency, topic } = await browser.push(0);
    expect(message).toMatchObject({
      ...{ kind: "notification", cause: "direct", tag: channelId, author: "fay", channel: "" },
      ...{ text: "hello there", link: `/c/${channelId}/${messageId}`, language: "de", read: [] },
    });
    expect({ urgency, topic: topic?.length }).toEqual({ urgency: "high", topic: 32 });
    const states = async () =>
      (await reading.push.listDeliveries({})).deliveries.map(({ state }) => DeliveryState[state]);
    await expect.poll(states).toEqual(["DELIVERED"]);
    expect(browser.pushes).toHaveLength(1);
  });

  it("is tried again while the push service is away, and is not sent once it was read or deleted", async () => {
    const { browser, reading, writing, channelId, say } = await meet("gil", "hope");
    const reasons = async () =>
      (await reading.push.listDeliveries({})).deliveries.map(({ reason, tries }) => ({ reason, tries }));
    browser.answerWith({ status: 503, retryAfter: "0" });
    await say("patience");
    await expect.poll(reasons).toEqual([{ reason: "answered with 503", tries: 1 }]);
    const { messageId } = await say("a slip");
    await expect.poll(async () => (await reasons()).length).toBe(2);
    await writing.message.deleteMessage({ messageId });
    browser.answerWith(undefined);
    expect(await browser.push(0)).toMatchObject({ message: { text: "patience" } });
    await expect
      .poll(async () => (await reasons()).map(({ reason }) => reason), PATIENT)
      .toContain("withdrawn");

    browser.answerWith({ status: 503, retryAfter: "0" });
    const { seq } = await say("read elsewhere");
    await expect.poll(async () => (await reasons()).length).toBe(3);
    await reading.channel.markRead({ channelId, seq });
    browser.answerWith(undefined);
    await expect.poll(async () => (await reasons()).map(({ reason }) => reason), PATIENT).toContain("read");
    expect(browser.pushes).toHaveLength(1);
  });

  it("tells the browser with the next push what was read elsewhere meanwhile", async () => {
    const { browser, reading, channelId, userId, ...ivo } = await meet("ivo", "jo");
    const { seq } = await ivo.say("first");
    await browser.push(0);
    await reading.channel.markRead({ channelId, seq });
    const kim = await join("kim");
    const { channel } = await kim.channel.openDirect({ userIds: [userId] });
    await say(kim, channel?.id ?? "", "second, elsewhere");
    expect(await browser.push(1)).toMatchObject({ message: { author: "kim", read: [channelId] } });
  });
});
