import { timestampDate } from "@bufbuild/protobuf/wkt";
import { Code } from "@connectrpc/connect";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  DeliveryStatus,
  EngineHealth,
  EngineTask,
  InterventionAct,
  JobState,
} from "../../../../gen/chatter/admin/v1/admin_pb.js";
import { createIds } from "../../../kernel/ids.ts";
import { type AdminWorld, type Caller, CONSUMER, createAdminWorld, type Person } from "../testing/world.ts";

let world: AdminWorld;
let owner: Person;
let admin: Person;

beforeAll(async () => {
  world = await createAdminWorld();
  [owner, admin] = await Promise.all([world.person("owner"), world.person("admin")]);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.broken = false;
  await owner.api.retryEvents({});
});

const job = (name: string, run: () => Promise<void> = async () => {}) => ({
  name,
  schedule: "17 3 * * *",
  run,
});
const tick = (minute: number) => new Date(Date.UTC(2026, 10, 1, 0, minute));
const anyEvent = createIds({ now: () => new Date() }).next("evt");

const methods: readonly [string, (api: Caller) => Promise<unknown>][] = [
  ["the overview", (api) => api.getOverview({})],
  ["the jobs", (api) => api.listJobs({})],
  ["their runs", (api) => api.listJobRuns({})],
  ["parked events", (api) => api.listParkedEvents({})],
  ["an event", (api) => api.inspectEvent({ eventId: anyEvent })],
  ["trying again", (api) => api.retryEvents({})],
  ["interventions", (api) => api.listInterventions({})],
  ["flags", (api) => api.listFlags({})],
  ["deciding about a flag", (api) => api.setFlag({ name: "shop.bells", rollout: {} })],
];

describe.each(methods)("%s", (_, call) => {
  it.each(["member", "guest"] as const)("is refused to a %s", async (role) => {
    const { api } = await world.person(role);
    await expect(call(api)).rejects.toMatchObject({ code: Code.PermissionDenied });
  });

  it("is refused to a stranger", async () => {
    await expect(call(world.stranger)).rejects.toMatchObject({ code: Code.Unauthenticated });
  });
});

describe("a key that may only read", () => {
  it("reads what its owner may see, and has nothing tried again", async () => {
    const key = await world.person("owner", "read");
    await key.api.listParkedEvents({});
    await expect(key.api.retryEvents({})).rejects.toMatchObject({ code: Code.PermissionDenied });
  });
});

describe("the overview", () => {
  it("tells how much there is, what it stands on, and what needs attention", async () => {
    world.engines.push(
      { task: "database", product: "PostgreSQL", embedded: true, check: async () => "18.1" },
      { task: "signals", product: "Redis", embedded: false, check: () => Promise.reject(new Error("away")) },
      { task: "mail", product: "SMTP", embedded: false },
    );
    world.jobs.push(job("shop.count"), job("shop.fail"));
    await world.runs.runOnce(job("shop.count"), tick(1));
    const failing = job("shop.fail", () => Promise.reject(new Error("no more paper")));
    await expect(world.runs.runOnce(failing, tick(1))).rejects.toThrow("no more paper");
    await world.parkedEvent();
    const overview = await admin.api.getOverview({});
    expect(overview).toMatchObject({
      version: "1.2.3",
      people: { members: 3n, guests: 2n, deactivated: 1n },
      channels: { public: 4n, private: 3n, direct: 2n, archived: 1n },
      messages: { messages: 1_000_000n, estimated: true },
      engines: [
        { task: EngineTask.DATABASE, version: "18.1", embedded: true, health: EngineHealth.UP },
        { task: EngineTask.SIGNALS, version: "", embedded: false, health: EngineHealth.DOWN },
        { task: EngineTask.MAIL, health: EngineHealth.UNKNOWN },
      ],
      backlog: { pending: 0n, parked: 1n },
      troubledJobs: ["shop.fail"],
      stuckRuns: 2n,
    });
    const parts = overview.storage?.parts.map(({ name }) => name);
    expect(parts).toEqual(expect.arrayContaining(["message", "stream", "events"]));
    expect(overview.storage?.totalBytes).toBeGreaterThan(1_000_000n);
    expect(overview.storage?.tables).toHaveLength(10);
    const sizes = overview.storage?.tables.map(({ bytes }) => bytes) ?? [];
    expect(sizes).toEqual(sizes.toSorted((a, b) => Number(b - a)));
    expect(overview.storage).toMatchObject({
      ...{ diskFreeBytes: 40_000_000_000n, diskTotalBytes: 100_000_000_000n },
      ...{ backups: 3, backupBytes: 1_200_000n },
    });
  });
});

describe("jobs", () => {
  it("are listed by name, each with its latest run and its next tick", async () => {
    world.jobs.splice(0, world.jobs.length, job("shop.tidy"), job("shop.count"));
    await world.runs.runOnce(job("shop.count"), tick(2));
    const { jobs } = await admin.api.listJobs({});
    expect(jobs).toMatchObject([
      {
        name: "shop.count",
        schedule: "17 3 * * *",
        latest: { state: JobState.DONE, ranBy: "one", error: "" },
      },
      { name: "shop.tidy" },
    ]);
    expect(jobs[1]?.latest).toBeUndefined();
    for (const { nextAt } of jobs) {
      const next = nextAt && timestampDate(nextAt);
      expect(next?.toISOString()).toMatch(/T03:17:00.000Z$/);
      expect(next?.getTime()).toBeGreaterThan(Date.now());
    }
  });

  it("have a history in pages, of all, of one, or of what went wrong", async () => {
    const failing = job("shop.break", () => Promise.reject(new Error("no more paper")));
    for (const minute of [3, 4])
      await expect(world.runs.runOnce(failing, tick(minute))).rejects.toThrow("no more paper");
    const first = await admin.api.listJobRuns({ job: "shop.break", pageSize: 1 });
    expect(first.runs).toMatchObject([{ job: "shop.break", state: JobState.FAILED }]);
    expect(first.runs[0]?.error).toContain("no more paper");
    const second = await admin.api.listJobRuns({
      job: "shop.break",
      pageSize: 1,
      pageToken: first.nextPageToken,
    });
    expect(second.runs.map(({ dueAt }) => dueAt && timestampDate(dueAt))).toEqual([tick(3)]);
    expect(second.nextPageToken).toBe("");
    const { runs } = await admin.api.listJobRuns({ troubled: true });
    expect(new Set(runs.map(({ state }) => state))).toEqual(new Set([JobState.FAILED]));
  });
});

describe("a parked event", () => {
  it("is listed with what it failed with, and inspected without anybody's words", async () => {
    const eventId = await world.parkedEvent({ userId: owner.userId, name: "Mia Lind" });
    const { events } = await admin.api.listParkedEvents({});
    const delivery = { consumer: CONSUMER, status: DeliveryStatus.PARKED, attempts: 1 };
    expect(events).toMatchObject([{ eventId, type: "shop.OrderPlaced", delivery }]);
    expect(events[0]?.delivery?.error).toContain("the printer is out of paper");
    expect(await admin.api.inspectEvent({ eventId })).toMatchObject({
      eventId,
      causedBy: "",
      fields: [
        { path: "userId", value: owner.userId, withheld: 0 },
        { path: "name", value: "", withheld: 8 },
      ],
      deliveries: [delivery],
    });
  });

  it("is tried again, alone or with all others, and that is kept with whose act it was", async () => {
    const one = await world.parkedEvent({ number: 1 });
    await world.parkedEvent({ number: 2 });
    world.broken = false;
    world.handled.length = 0;
    expect(await admin.api.retryEvents({ eventId: one, consumer: CONSUMER })).toMatchObject({
      deliveries: 1,
    });
    await expect.poll(() => world.handled).toEqual([{ number: 1 }]);
    expect(await owner.api.retryEvents({})).toMatchObject({ deliveries: 1 });
    await expect.poll(() => world.handled).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await owner.api.retryEvents({})).toMatchObject({ deliveries: 0 });
    const { interventions, nextPageToken } = await owner.api.listInterventions({ pageSize: 2 });
    const act = InterventionAct.RETRIED;
    expect(interventions).toMatchObject([
      { act, by: owner.userId, eventId: "", consumer: "", deliveries: 1 },
      { act, by: admin.userId, eventId: one, consumer: CONSUMER, deliveries: 1 },
    ]);
    const earlier = await owner.api.listInterventions({ pageToken: nextPageToken });
    expect(earlier.interventions[0]).toMatchObject({ act: InterventionAct.PARKED, by: "" });
  });

  it("is on one of the pages that follow each other without a gap", async () => {
    const ids = [await world.parkedEvent(), await world.parkedEvent(), await world.parkedEvent()];
    const paged: string[] = [];
    let pageToken = "";
    do {
      const page = await admin.api.listParkedEvents({ pageSize: 1, pageToken });
      paged.push(...page.events.map(({ eventId }) => eventId));
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    expect(paged).toEqual(ids.toReversed());
  });
});

describe("what does not fit", () => {
  it("is refused: an event that is not there, and malformed ids, sizes and tokens", async () => {
    await expect(admin.api.inspectEvent({ eventId: anyEvent })).rejects.toMatchObject({
      code: Code.NotFound,
    });
    const malformed = [
      admin.api.inspectEvent({ eventId: "evt_1" }),
      admin.api.retryEvents({ eventId: "all" }),
      admin.api.retryEvents({ consumer: "'; drop table" }),
      admin.api.listJobRuns({ pageSize: 201 }),
      ...["eHh4", "OTk5OTk5OTk5OTk5OTk5OTk5IHg", "\u0000"].flatMap((pageToken) => [
        admin.api.listParkedEvents({ pageToken }),
        admin.api.listJobRuns({ pageToken }),
        ...(pageToken === "eHh4" ? [admin.api.listInterventions({ pageToken })] : []),
      ]),
    ];
    for (const call of malformed) await expect(call).rejects.toMatchObject({ code: Code.InvalidArgument });
  });
});
