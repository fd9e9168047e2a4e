type Listener = () => void;

/** Values by key that views follow one by one. */
export interface Store<Key, Value> {
  get(key: Key): Value | undefined;
  /** Sets a value and tells those who follow it; setting the same object tells nobody. */
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  clear(): void;
  entries(): IterableIterator<[Key, Value]>;
  /** Calls back after the value of this key changed, at most once for all changes of one task. */
  subscribe(key: Key, listener: Listener): () => void;
  /** The same for changes of any key. */
  subscribeAll(listener: Listener): () => void;
}

const pending = new Set<Listener>();

// Many entries arrive in one frame; whoever shows them draws once, before the browser paints.
function tellSoon(listeners: Iterable<Listener>): void {
  const isFirst = pending.size === 0;
  for (const listener of listeners) pending.add(listener);
  if (isFirst && pending.size > 0) queueMicrotask(tellNow);
}

function tellNow(): void {
  const listeners = [...pending];
  pending.clear();
  for (const listener of listeners) listener();
}

export function createStore<Key, Value>(): Store<Key, Value> {
  const values = new Map<Key, Value>();
  const listeners = new Map<Key, Set<Listener>>();
  const everything = new Set<Listener>();

  const changed = (key: Key) => {
    tellSoon(listeners.get(key) ?? []);
    tellSoon(everything);
  };
  return {
    get: (key) => values.get(key),
    set(key, value) {
      if (Object.is(values.get(key), value) && values.has(key)) return;
      values.set(key, value);
      changed(key);
    },
    delete(key) {
      if (values.delete(key)) changed(key);
    },
    clear() {
      const keys = [...values.keys()];
      values.clear();
      for (const key of keys) changed(key);
    },
    entries: () => values.entries(),
    subscribe(key, listener) {
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(key) === own) listeners.delete(key);
      };
    },
    subscribeAll(listener) {
      everything.add(listener);
      return () => void everything.delete(listener);
    },
  };
}

/** One value that views follow. */
export interface Cell<Value> {
  get(): Value;
  set(value: Value): void;
  subscribe(listener: Listener): () => void;
}

export function createCell<Value>(initial: Value): Cell<Value> {
  const listeners = new Set<Listener>();
  let current = initial;
  return {
    get: () => current,
    set(value) {
      if (Object.is(current, value)) return;
      current = value;
      tellSoon(listeners);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
