import { createLocalBus } from "../realtime/local-bus.ts";
import type { Carrier } from "./carrier.ts";

/** Carries between those who were given a carrier of the same hub, all of them in this process. */
export function createLocalHub(): () => Carrier {
  const hub = createLocalBus<string>();
  return () => {
    let leave: (() => void) | undefined;
    return {
      longestBytes: 1024 * 1024,
      async open(receive) {
        leave = hub.subscribe(receive);
      },
      async send(texts) {
        for (const text of texts) hub.publish(text);
      },
      async close() {
        leave?.();
      },
    };
  };
}
