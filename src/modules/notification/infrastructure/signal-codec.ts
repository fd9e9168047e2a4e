import type { Signal } from "../application/ports.ts";

/** How signals travel between servers: as JSON says them, bytes in base64. */
export const signalCodec = {
  toJson: (signal: Signal): unknown =>
    signal.kind === "profile" ? { ...signal, user: Buffer.from(signal.user).toString("base64") } : signal,
  // Servers of one installation trust each other; what a newer one tells and this one does not know is not heard.
  fromJson(json: unknown): Signal {
    const signal = json as
      | Exclude<Signal, { kind: "profile" }>
      | { kind: "profile"; userId: never; user: string };
    return signal.kind === "profile" ? { ...signal, user: Buffer.from(signal.user, "base64") } : signal;
  },
};
