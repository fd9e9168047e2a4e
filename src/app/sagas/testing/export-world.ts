import { gunzipSync } from "node:zlib";
import { vi } from "vitest";
import { ChannelKind } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { type ExportScope, ExportState } from "../../../../gen/chatter/user/v1/export_pb.js";
import type { Config } from "../../config.ts";
import { type Person, SagaWorld } from "./saga-world.ts";

/** A line of an export, as whoever reads one finds it. */
export type Line = { readonly type: string } & Readonly<Record<string, unknown>>;

// A worker that was given up by another one is waited for as long as its lease.
const PATIENCE = { timeout: 60_000, interval: 100 };

/** An organisation in which everything happened that an export tells of, and what it must not tell. */
export class ExportWorld {
  readonly sagas: SagaWorld;
  readonly ada: Person;
  readonly byron: Person;

  private constructor(sagas: SagaWorld, people: { readonly ada: Person; readonly byron: Person }) {
    this.sagas = sagas;
    this.ada = people.ada;
    this.byron = people.byron;
  }

  static async open(settings: Partial<Config>): Promise<ExportWorld> {
    const sagas = await SagaWorld.open(settings);
    const worker = await sagas.hire();
    const ada = await sagas.register("Ada", { orgName: "Engines" });
    const byron = await sagas.register("Byron");
    const world = new ExportWorld(sagas, { ada, byron });
    await world.#talkInPublic();
    await world.#talkInPrivate();
    await worker.stop();
    return world;
  }

  async #talkInPublic(): Promise<void> {
    const { channels } = await this.ada.api.channel.listMyChannels({});
    const general = idOf(
      channels.map(({ channel }) => channel).find((channel) => channel?.name === "general"),
    );
    const { message } = this.ada.api;
    const messageId = await say(this.ada, general, "a root");
    await say(this.ada, general, "a reply", messageId);
    await message.editMessage({ messageId, text: "a better root" });
    await this.byron.api.message.addReaction({ messageId, emoji: "👍" });
    await message.pinMessage({ messageId });
    await message.deleteMessage({ messageId: await say(this.ada, general, "a regret") });
    await message.saveDraft({ channelId: general, text: "a draft" });
  }

  async #talkInPrivate(): Promise<void> {
    const { channel } = this.ada.api;
    const secrets = await channel.createChannel({ kind: ChannelKind.PRIVATE, name: "secrets" });
    await say(this.ada, idOf(secrets.channel), "a secret");
    const direct = await this.byron.api.channel.openDirect({ userIds: [this.ada.id] });
    await say(this.byron, idOf(direct.channel), "a confidence");
  }

  async start(scope: ExportScope): Promise<string> {
    return idOf((await this.ada.api.exports.startExport({ scope })).export);
  }

  /** An export that nobody disturbs. */
  async write(scope: ExportScope): Promise<readonly Line[]> {
    const id = await this.start(scope);
    const worker = await this.sagas.hire();
    await vi.waitUntil(async () => (await this.#stateOf(id)) === ExportState.READY, PATIENCE);
    await worker.stop();
    return this.linesOf(id);
  }

  async #stateOf(id: string): Promise<ExportState | undefined> {
    const { exports } = await this.ada.api.exports.listExports({});
    return exports.find((it) => it.id === id)?.state;
  }

  fetchFile(id: string, headers: Record<string, string> = {}, token = this.ada.token): Promise<Response> {
    return fetch(`${this.sagas.url}/exports/${id}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  }

  async linesOf(id: string): Promise<readonly Line[]> {
    const file = gunzipSync(await bytesOf(await this.fetchFile(id)));
    const lines = file.toString().trimEnd().split("\n");
    return lines.map((line) => JSON.parse(line) as Line);
  }
}

export const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

const idOf = (thing: { readonly id: string } | undefined): string => thing?.id ?? "";

async function say({ api }: Person, channelId: string, text: string, threadRootId = ""): Promise<string> {
  return idOf((await api.message.sendMessage({ channelId, clientId: text, text, threadRootId })).message);
}
