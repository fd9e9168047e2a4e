import { openRealtime } from "../dev/client/realtime-client.ts";
import type { Stage } from "./stage.ts";

/** Several connections that send in turn, since each is bounded in what it may send. */
export interface Senders {
  send(clientId: string, text: string): Promise<void>;
  close(): void;
}

/** The first people of the stage; they are not to be in its crowd. Each also reads all that is sent. */
export async function openSenders(stage: Stage, count: number): Promise<Senders> {
  const tokens = stage.tokens.slice(0, count);
  const clients = await Promise.all(tokens.map((token) => openRealtime({ url: stage.url, token })));
  let turn = 0;
  return {
    async send(clientId, text) {
      const client = clients[turn++ % clients.length];
      await client?.send(stage.channelId, clientId, text);
    },
    close: () => clients.forEach((client) => client.close()),
  };
}
