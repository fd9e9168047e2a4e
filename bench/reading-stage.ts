import pg from "pg";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { ChannelKind } from "../gen/chatter/channel/v1/channel_pb.js";
import { findChromium } from "../tools/test/chromium.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { type Stage, setStage } from "./stage.ts";

/** A signed-in browser, a channel with a long history, some with short ones and many with deep ones. */
export interface ReadingStage {
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly shortIds: readonly string[];
  readonly deepIds: readonly string[];
  /** Loads the page anew, at the end of the long history. */
  openLong(): Promise<void>;
  close(): Promise<void>;
}

export const LONG = 100_000;
const SHORT = 200;
const SHORT_CHANNELS = 12;
export const DEEP = 10_000;
const DEEP_CHANNELS = 50;
/** So much time lies between two messages. */
export const EVERY_MINUTES = 10;
const recorder = new URL("frame-recorder.js", import.meta.url).pathname;

/** Undefined where no Chromium is found. */
export async function setReadingStage({ url }: BenchDatabase): Promise<ReadingStage | undefined> {
  const executablePath = findChromium(process.env);
  if (executablePath === undefined) return undefined;
  const stage = await setStage(3, { DATABASE_URL: url });
  const shortIds = await createChannels(stage, "short", SHORT_CHANNELS);
  const deepIds = await createChannels(stage, "deep", DEEP_CHANNELS);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const counts = new Map([[stage.channelId, LONG]]);
  for (const id of shortIds) counts.set(id, SHORT);
  for (const id of deepIds) counts.set(id, DEEP);
  for (const [channelId, count] of counts) {
    const seq = await fill(client, { authorsOf: stage.channelId, channelId, count });
    await stage.api.channel.markRead({ channelId, seq });
  }
  await client.query("vacuum analyze message.messages");
  await client.end();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await openPage(browser, stage);
  const devtools = await page.context().newCDPSession(page);
  // The time that the page's thread works, and not what the rest of the machine takes from it.
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return {
    page,
    devtools,
    shortIds,
    deepIds,
    async openLong() {
      await page.goto(`/c/${stage.channelId}`);
      await page.getByRole("article").last().waitFor();
    },
    async close() {
      await browser.close();
      await stage.stop();
    },
  };
}

async function createChannels({ api }: Stage, name: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const { channel } = await api.channel.createChannel({ kind: ChannelKind.PUBLIC, name: `${name}-${n}` });
    ids.push(channel?.id ?? "");
  }
  return ids;
}

async function openPage(browser: Browser, { url, tokens }: Stage): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: url });
  const value = tokens[0] ?? "";
  await context.addCookies([{ name: "chatter_session", value, url, httpOnly: true, sameSite: "Lax" }]);
  await context.addInitScript({ path: recorder });
  return context.newPage();
}

/** What people write: mostly a line or two, some paragraphs, lists and code. Each begins with its number. */
const bodies = [
  "Looks good to me.",
  "The importer stops at the second file when the first one is empty; I have a branch that mends it, and the test.",
  "Done. The note goes out on Thursday, **unless** somebody finds something in the last candidate.",
  "Three things are left:\n- the upgrade notes\n- screenshots of the phone layout\n- a look at the slow network",
  "This is what the relay says:\n```ts\nfor (const page of pages) {\n  await write(page);\n  total += page.length;\n}\n```\nIt never comes to the last line.",
  "I have read through all of it once more.\n\nThe first part is clear and short. The second one explains what it does before it says what it is for, which I would turn round.\n\nOtherwise, ship it.",
  "> can we move it to Friday?\n\nYes, from my side.",
  "https://example.org/reports/2026/weekly has the figures 🎉",
];

interface Filling {
  readonly channelId: string;
  readonly count: number;
  /** The channel whose members have written all of it. */
  readonly authorsOf: string;
}

/** Writes messages straight into the read model; answers the position of the last. */
async function fill(client: pg.Client, { channelId, count, authorsOf }: Filling): Promise<bigint> {
  await client.query(
    `insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at)
     select 'msg_' || right($1, 8) || lpad(n::text, 19, '0'), $1, h.head + n,
       a.users[1 + (n / 3) % cardinality(a.users)], 'fill-' || $1 || n,
       'No. ' || n || ' in ' || (select name from channel.channels where id = $1) || ': ' || ($3::text[])[1 + (n * 7 + n / 11) % cardinality($3::text[])],
       now() - make_interval(mins => ($2 - n) * $4)
     from generate_series(1, $2::int) n,
       (select head from stream.heads where stream = $1) h,
       (select array_agg(user_id) as users from channel.members where channel_id = $5) a`,
    [channelId, count, bodies, EVERY_MINUTES, authorsOf],
  );
  const { rows } = await client.query<{ head: string }>(
    "update stream.heads set head = head + $2 where stream = $1 returning head",
    [channelId, count],
  );
  return BigInt(rows[0]?.head ?? 0);
}
