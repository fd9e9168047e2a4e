import { type DescMessage, fromBinary, type MessageShape, toBinary } from "@bufbuild/protobuf";
import type { Database } from "./database.ts";

/** Answers of the server from the last visit, so that there is something to see before the next ones come. */
export interface Cache {
  find<Desc extends DescMessage>(key: string, schema: Desc): Promise<MessageShape<Desc> | undefined>;
  keep<Desc extends DescMessage>(key: string, schema: Desc, message: MessageShape<Desc>): void;
  drop(key: string): void;
}

export function createCache(database: Database): Cache {
  // Encoded as on the wire, which a newer client still reads.
  const kept = database.shelf<Uint8Array>("kept");
  return {
    async find(key, schema) {
      const bytes = await kept.get(key);
      if (bytes === undefined) return undefined;
      try {
        return fromBinary(schema, bytes);
      } catch {
        await kept.delete(key);
        return undefined;
      }
    },
    keep: (key, schema, message) => void kept.put(key, toBinary(schema, message)),
    drop: (key) => void kept.delete(key),
  };
}

/** Takes everything away that belongs to the person who was signed in. */
export async function wipe(database: Database): Promise<void> {
  await Promise.all([
    database.shelf("kept").clear(),
    database.shelf("outbox").clear(),
    database.shelf("drafts").clear(),
  ]);
}
