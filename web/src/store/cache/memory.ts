import type { Cache, Tables } from "./cache.ts";

/** A cache that lasts as long as the page. */
export function createMemoryCache(): Cache {
  const tables: { [Table in keyof Tables]: Map<string, Tables[Table]> } = {
    home: new Map(),
    logs: new Map(),
    users: new Map(),
    outbox: new Map(),
    drafts: new Map(),
  };
  return {
    get: async (table, key) => tables[table].get(key),
    all: async (table) => [...tables[table].values()],
    put: (table, key, value) => void tables[table].set(key, value),
    remove: (table, key) => void tables[table].delete(key),
    clear: async (but = []) => {
      for (const [name, table] of Object.entries(tables))
        if (!but.some((kept) => kept === name)) table.clear();
    },
    close: () => undefined,
  };
}
