import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiClient } from "../../dev/client/api-client.ts";
import { openRealtime } from "../../dev/client/realtime-client.ts";
import { type ServedProgram, serveProgram } from "./testing/served-program.ts";

// Only where there is such an engine; tests with the engine hold them.
const OF_ENGINES = /^chatter_(redis|spicedb)_/;
const QUEUES_AND_POOLS = [
  "chatter_authz_lookups_total",
  "chatter_http_connections",
  "chatter_job_last_duration_seconds",
  "chatter_job_last_end_timestamp_seconds",
  "chatter_job_runs_total",
  "chatter_limit_refusals_total",
  "chatter_outbox_deliveries",
  "chatter_outbox_oldest_seconds",
  "chatter_database_connections",
  "chatter_database_waiting",
  "chatter_mail_lost_total",
  "chatter_mail_waiting",
  "chatter_posting_commit_items",
  "chatter_posting_commit_seconds",
  "chatter_posting_commit_waiting",
  "chatter_realtime_buffered_bytes",
  "chatter_realtime_bytes_total",
  "chatter_realtime_connections",
  "chatter_realtime_frames_total",
  "chatter_realtime_lagging",
  "chatter_rpc_in_flight",
  "chatter_saga_oldest_seconds",
  "chatter_saga_runs",
  "chatter_saga_steps_total",
  "chatter_signals_lost_total",
  "chatter_signals_sent_total",
  "chatter_signals_waiting",
  "nodejs_eventloop_lag_p99_seconds",
  "nodejs_gc_duration_seconds",
];

let program: ServedProgram;
let channelId: string;
let sessionToken: string;
beforeAll(async () => {
  program = await serveProgram();
  ({ channelId, sessionToken } = await beginTeam(program.url));
});
afterAll(() => program.stop());

/** Somebody who is connected and has sent a message. */
async function beginTeam(url: string) {
  const { sessionToken } = await createApiClient(url).auth.register({
    email: "owner@example.org",
    password: "a long enough password",
    name: "Owner",
    orgName: "Example",
  });
  const api = createApiClient(url, sessionToken);
  const { channels } = await api.channel.listMyChannels({});
  const channelId = channels[0]?.channel?.id ?? "";
  await api.message.sendMessage({ channelId, clientId: "first", text: "hello" });
  return { channelId, sessionToken };
}

async function printed(): Promise<string> {
  return (await fetch(`${program.url}/metrics`)).text();
}

const namesIn = (text: string) => new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = ""]) => name));

describe("/metrics", () => {
  it("tells of every queue and every pool", async () => {
    expect([...namesIn(await printed())]).toEqual(expect.arrayContaining(QUEUES_AND_POOLS));
  });

  it("tells how it is now", async () => {
    const client = await openRealtime({ url: program.url, token: sessionToken });
    const text = await printed();
    expect(text).toContain("chatter_realtime_connections 1\n");
    expect(text).toContain("chatter_posting_commit_items_count 1\n");
    expect(text).toContain("chatter_posting_commit_waiting 0\n");
    expect(text).toMatch(/^chatter_authz_lookups_total\{cache="facts",outcome="hit"\} [1-9]/m);
    expect(text).toMatch(/^chatter_database_connections\{schema="message",state="(busy|idle)"\} [1-9]/m);
    expect(text).toContain('chatter_job_runs_total{job="calls.forget",outcome="failed"} 0\n');
    expect(text).toContain('chatter_saga_runs{saga="registration",state="pending"} 0\n');
    expect(text).toContain('chatter_saga_steps_total{saga="registration",outcome="done"} 4\n');
    expect(text).toMatch(/^chatter_outbox_deliveries\{state="parked"\} 0$/m);
    client.close();
    await client.closed;
  });

  it("names nobody and nothing of what people made: no label carries an id, an address or a text", async () => {
    const ours = (await printed()).split("\n").filter((line) => line.startsWith("chatter_"));
    const labels = ours.flatMap((line) => [...line.matchAll(/="([^"]*)"/g)].map(([, value = ""]) => value));
    const [, ksuid = ""] = channelId.split("_");
    expect(ksuid).toMatch(/^\w{20,}$/);
    expect(
      labels.filter((value) => /\w{20,}|@|\d+\.\d+\.\d+\.\d+|hello|::/.test(value) && !isName(value)),
    ).toEqual([]);
    expect(labels.length).toBeGreaterThan(50);
  });

  it("has every metric that the dashboard shows", async () => {
    const dashboard = await readFile(new URL("../../ops/grafana/chatter.json", import.meta.url), "utf8");
    const shown = new Set(
      [...dashboard.matchAll(/\b((?:chatter|nodejs|process)_[a-z0-9_]+)(?=\{)/g)].map(([, name = ""]) =>
        name.replace(/_(bucket|sum|count)$/, ""),
      ),
    );
    const there = namesIn(await printed());
    expect(shown.size).toBeGreaterThan(30);
    expect([...shown].filter((name) => !there.has(name) && !OF_ENGINES.test(name))).toEqual([]);
  });
});

/** Of a method or of a kind of event, both of which are written in the contract. */
const isName = (value: string) => /^[a-z]\w*(\.\w+)*\.[A-Z]\w*(\/[A-Z]\w*)?$/.test(value);
