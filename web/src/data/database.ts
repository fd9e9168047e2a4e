import { type IDBPDatabase, openDB } from "idb";

/** Values by key that outlive the page. */
export interface Shelf<Value> {
  get(key: string): Promise<Value | undefined>;
  all(): Promise<Value[]>;
  put(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
}

const name = "chatter";
const version = 1;
const shelves = ["kept", "outbox", "drafts"] as const;

/** Which shelf: answers of the server, messages to be sent, texts being written. */
export type ShelfName = (typeof shelves)[number];

export interface Database {
  shelf<Value>(name: ShelfName): Shelf<Value>;
}

/**
 * The browser's own database. Where it has none, refuses it (as in a private window) or runs out of space,
 * everything goes on in memory: what is lost is only that it outlives the page.
 */
export function openDatabase(): Database {
  let opening: Promise<IDBPDatabase | undefined> | undefined;
  const database = () => {
    opening ??= open();
    return opening;
  };
  const made = new Map<ShelfName, Shelf<unknown>>();
  return {
    shelf<Value>(shelf: ShelfName) {
      const known = made.get(shelf) ?? createShelf<Value>(shelf, database);
      made.set(shelf, known);
      // Each shelf has one kind of value, which whoever opens it names.
      return known as Shelf<Value>;
    },
  };
}

async function open(): Promise<IDBPDatabase | undefined> {
  if (!("indexedDB" in globalThis)) return undefined;
  try {
    return await openDB(name, version, {
      upgrade: (database) => {
        for (const shelf of shelves) database.createObjectStore(shelf);
      },
      // A tab with a newer client must not wait for this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch {
    return undefined;
  }
}

function createShelf<Value>(shelf: ShelfName, open: () => Promise<IDBPDatabase | undefined>): Shelf<Value> {
  const memory = new Map<string, Value>();
  let isBroken = false;

  const attempt = async <Result>(
    stored: (database: IDBPDatabase) => Promise<Result>,
    remembered: () => Result,
  ): Promise<Result> => {
    const database = isBroken ? undefined : await open();
    if (database === undefined) return remembered();
    try {
      return await stored(database);
    } catch {
      isBroken = true;
      return remembered();
    }
  };
  return {
    get: (key) =>
      attempt<Value | undefined>(
        (database) => database.get(shelf, key),
        () => memory.get(key),
      ),
    all: () =>
      attempt<Value[]>(
        (database) => database.getAll(shelf),
        () => [...memory.values()],
      ),
    put: (key, value) =>
      attempt(
        async (database) => void (await database.put(shelf, value, key)),
        () => void memory.set(key, value),
      ),
    delete: (key) =>
      attempt(
        (database) => database.delete(shelf, key),
        () => void memory.delete(key),
      ),
    clear: () =>
      attempt(
        (database) => database.clear(shelf),
        () => memory.clear(),
      ),
  };
}
