/** Carries messages to every listener of this process; an engine between processes has the same shape. */
export interface Bus<Message> {
  publish(message: Message): void;
  subscribe(listener: (message: Message) => void): () => void;
}

export function createLocalBus<Message>(): Bus<Message> {
  const listeners = new Set<(message: Message) => void>();
  return {
    publish(message) {
      for (const listener of listeners) listener(message);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
