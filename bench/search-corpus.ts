import { sql } from "kysely";
import { type ChannelId, createIds, type Ids, type UserId } from "../src/kernel/ids.ts";
import type { MessageSchema } from "../src/modules/message/index.ts";
import type { Database } from "../src/platform/postgres/database.ts";

/** Who writes where: everybody in every channel. */
export interface Place {
  readonly channels: readonly ChannelId[];
  readonly people: readonly UserId[];
}

const BATCH = 5_000;
const TWO_YEARS_MS = 2 * 365 * 86_400_000;
const COMMON =
  "the to and of a in is it for we on that this with be not have you can will at from as if but now just so should one new please look test build release server error today";
const SYLLABLES =
  "ba ko li mer tan sor ve pri gel dom fi nat lu cha ris po wen tor ka sim ble dar ex hol ming".split(" ");
const CHINESE = "我们今天下午讨论数据库迁移的问题请大家准时参加会议并更新文档";

/** Words as people use them: the n-th of them n times less often than the first. */
export function corpus(seed: number) {
  let state = seed;
  const random = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(random() * n);
  const common = COMMON.split(" ");
  const rare = (n: number): string => {
    let word = "";
    for (let rest = n + 25; rest > 0; rest = Math.floor(rest / 25)) word += SYLLABLES[rest % 25] ?? "";
    return word;
  };
  const word = (): string => {
    const place = Math.floor(Math.exp(random() * Math.log(60_000))) - 1;
    return common[place] ?? rare(place);
  };
  const spice = (): string => {
    const kind = below(100);
    if (kind < 4) return ` https://example.com/${word()}/${word()}-${below(1000)}`;
    if (kind < 7) return ` ${word()}-${below(5_000)}.json`;
    if (kind < 9) return ` 10.${below(255)}.${below(255)}.${below(255)}`;
    if (kind < 11) return ` \`${word()}_${word()}\``;
    if (kind < 13) return ` ${CHINESE.slice(below(20), 22 + below(9))}`;
    return "";
  };
  const sentence = (): string => Array.from({ length: 4 + below(18) }, word).join(" ") + spice();
  return { below, word, rare, sentence };
}

/** Writes messages of two years, the last of them now, past the log: the index is made of them afterwards. */
export async function writeMessages(
  database: Database<MessageSchema>,
  { channels, people }: Place,
  messages: number,
): Promise<void> {
  const { below, sentence } = corpus(7);
  const begin = Date.now() - TWO_YEARS_MS;
  let now = begin;
  const ids: Ids = createIds({ now: () => new Date(now) });
  for (let written = 0; written < messages; written += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, messages - written) }, (_, index) => {
      now = begin + ((written + index) / messages) * TWO_YEARS_MS;
      const author = people[below(people.length)];
      const mentions = below(50) === 0 ? [people[below(people.length)]] : [];
      const channel_id = channels[below(channels.length)];
      const id = ids.next("msg");
      const posted_at = new Date(now);
      const body = `${sentence()}${mentions.map((user) => ` <@${user}>`).join("")}`;
      return {
        ...{ id, channel_id, author_id: author, client_id: id, body, posted_at, mentioned: mentions },
        seq: String(written + index + 1),
        pinned_by: below(2_000) === 0 ? author : null,
        edited_at: below(40) === 0 ? posted_at : null,
        reaction_count: below(20) === 0 ? 1 : 0,
      };
    });
    await sql`
      insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at, mentioned,
        pinned_by, pinned_at, edited_at, reaction_count)
      select id, channel_id, seq, author_id, client_id, body, posted_at, mentioned, pinned_by,
        case when pinned_by is not null then posted_at end, edited_at, reaction_count
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (
        id text, channel_id text, seq bigint, author_id text, client_id text, body text,
        posted_at timestamptz, mentioned text[], pinned_by text, edited_at timestamptz, reaction_count int)`.execute(
      database.sql,
    );
  }
}
