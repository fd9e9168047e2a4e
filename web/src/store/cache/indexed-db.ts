import type { Cache } from "./cache.ts";

const version = 2;
const tables = ["home", "logs", "users", "outbox", "drafts"] as const;
/** What is nowhere else; the rest is read anew when its shape changes. */
const irreplaceable: ReadonlySet<string> = new Set(["outbox", "drafts"]);

/** A cache of one person in the browser's database; another person's is another database. */
export function openIndexedDb(userId: string): Cache {
  // Private windows, full disks and old browsers have no database, and the client works without.
  const opened = open(nameOf(userId)).catch(() => undefined);

  const attempt = async <T>(
    mode: IDBTransactionMode,
    names: readonly string[],
    work: (transaction: IDBTransaction) => T | Promise<T>,
  ): Promise<T | undefined> => {
    const database = await opened;
    try {
      const transaction = database?.transaction(names, mode);
      return transaction && (await work(transaction));
    } catch {
      // The quota is used up, or another tab has just deleted the database.
      return undefined;
    }
  };
  const read = <T>(table: string, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
    attempt("readonly", [table], (transaction) => answerOf(ask(transaction.objectStore(table))));
  const write = (names: readonly string[], act: (store: IDBObjectStore) => void) =>
    attempt("readwrite", names, (transaction) => {
      for (const name of names) act(transaction.objectStore(name));
      return endOf(transaction);
    });

  return {
    get: (table, key) => read(table, (store) => store.get(key)),
    all: async (table) => (await read(table, (store) => store.getAll())) ?? [],
    put: (table, key, value) => void write([table], (store) => store.put(value, key)),
    remove: (table, key) => void write([table], (store) => store.delete(key)),
    clear: async (but = []) => {
      if (but.length === 0) return remove(nameOf(userId));
      const cleared = tables.filter((table) => !but.includes(table));
      await write(cleared, (store) => store.clear());
    },
    close: () => void opened.then((database) => database?.close()),
  };
}

/** Tells nothing but whose it is, which is why it goes as a whole when nothing is to be left. */
const nameOf = (userId: string): string => `chatter ${userId}`;

/** Settles when it is gone: whoever has it open is told, and lets go. */
async function remove(name: string): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(name)).catch(() => undefined);
}

async function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const { result: database } = request;
    for (const table of database.objectStoreNames) {
      if (!irreplaceable.has(table)) database.deleteObjectStore(table);
    }
    for (const table of tables) {
      if (!database.objectStoreNames.contains(table)) database.createObjectStore(table);
    }
  };
  const database = await answerOf(request);
  // A newer client in another tab waits for this one to let go.
  database.onversionchange = () => database.close();
  return database;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Settles once what was written is kept; rejects where it is not. */
function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
