import { type IDBPDatabase, openDB } from "idb";
import type { Cache } from "./cache.ts";

type Database = IDBPDatabase;

const version = 2;
const tables = ["home", "logs", "users", "outbox", "drafts"] as const;
/** What is nowhere else; the rest is read anew when its shape changes. */
const irreplaceable: ReadonlySet<string> = new Set(["outbox", "drafts"]);

/** A cache of one person in the browser's database; another person's is another database. */
export function openIndexedDb(userId: string): Cache {
  // Private windows, full disks and old browsers have no database, and the client works without.
  const opened = open(`chatter ${userId}`).catch(() => undefined);

  const attempt = async <T>(work: (database: Database) => Promise<T>): Promise<T | undefined> => {
    const database = await opened;
    try {
      return database && (await work(database));
    } catch {
      // The quota is used up, or another tab has just deleted the database.
      return undefined;
    }
  };

  return {
    get: (table, key) => attempt((database) => database.get(table, key)),
    all: async (table) => (await attempt((database) => database.getAll(table))) ?? [],
    put: (table, key, value) => void attempt((database) => database.put(table, value, key)),
    remove: (table, key) => void attempt((database) => database.delete(table, key)),
    clear: async (but = []) => {
      const cleared = tables.filter((table) => !but.includes(table));
      await attempt(async (database) => {
        const transaction = database.transaction(cleared, "readwrite");
        await Promise.all(cleared.map((table) => transaction.objectStore(table).clear()));
        await transaction.done;
      });
    },
    close: () => void opened.then((database) => database?.close()),
  };
}

function open(name: string): Promise<Database> {
  return openDB(name, version, {
    upgrade(database) {
      for (const table of database.objectStoreNames) {
        if (!irreplaceable.has(table)) database.deleteObjectStore(table);
      }
      for (const table of tables) {
        if (!database.objectStoreNames.contains(table)) database.createObjectStore(table);
      }
    },
    // A newer client in another tab waits for this one to let go.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
