import type { ChannelModule } from "../../modules/channel/index.ts";
import type { MessageModule } from "../../modules/message/index.ts";
import type { ExportLine, ExportSection } from "../../modules/user/index.ts";
import { channelLine, memberLine, messageLine } from "./lines.ts";

interface Modules {
  readonly channel: Pick<ChannelModule, "roll">;
  readonly message: Pick<MessageModule, "histories">;
}

type Channel = Awaited<ReturnType<ChannelModule["roll"]["channels"]>>[number];
type Sink = Parameters<ExportSection["write"]>[1];

const CHANNELS_A_PAGE = 100;
const MEMBERS_A_PAGE = 1_000;

/** Channel by channel: what it is, who is in it, what was said. A channel is written whole or not at all. */
export function channelsSection(part: number, modules: () => Modules): ExportSection {
  return {
    part,
    async write({ orgId, scope, after }, sink) {
      const query = { orgId, everything: scope === "everything" };
      let last = after;
      for (;;) {
        const channels = await modules().channel.roll.channels(query, last, CHANNELS_A_PAGE);
        for (const channel of channels) {
          await writeChannel(modules(), channel, sink);
          last = channel.id;
          if (sink.enough()) return last;
        }
        if (channels.length < CHANNELS_A_PAGE) return undefined;
      }
    },
  };
}

async function writeChannel(modules: Modules, channel: Channel, sink: Sink): Promise<void> {
  await sink.write([channelLine(channel)]);
  await writeMembers(modules.channel, channel, sink);
  await modules.message.histories.read(channel.id, {
    begin: (position) => sink.write([historyLine(channel, position)]),
    page: (messages) => sink.write(messages.map(messageLine), { messages: messages.length }),
  });
  await sink.write([], { channels: 1 });
}

async function writeMembers({ roll }: Modules["channel"], { id }: Channel, sink: Sink): Promise<void> {
  let page = await roll.members(id, undefined, MEMBERS_A_PAGE);
  while (page.length > 0) {
    await sink.write(page.map(memberLine));
    page = await roll.members(id, page.at(-1)?.userId, MEMBERS_A_PAGE);
  }
}

const historyLine = ({ id }: Channel, position: bigint): ExportLine => ({
  ...{ type: "history", version: 1, channel_id: id },
  position: Number(position),
});
