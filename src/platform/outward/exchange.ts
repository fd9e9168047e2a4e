import * as http from "node:http";
import * as https from "node:https";
import { isIPv6, type LookupFunction } from "node:net";
import { refuse } from "./errors.ts";
import type { Target } from "./target.ts";

export interface Sent {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
}

/** Asks over a connection of its own; answers when the head of the answer is here. */
export function exchange(
  { url, addresses }: Target,
  { method, headers, body }: Sent,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === "https:" ? https : http;
    const asked = request(url, { method, headers, lookup: pinnedTo(addresses), agent: false, signal });
    asked.on("response", resolve);
    asked.on("error", (error: NodeJS.ErrnoException) => {
      reject(signal.aborted ? signal.reason : refuse("OUTWARD_UNREACHABLE", { code: error.code ?? "" }));
    });
    // A server that begins to speak another protocol.
    asked.on("upgrade", (_, socket) => {
      socket.destroy();
      reject(refuse("OUTWARD_UNREACHABLE", { code: "UPGRADED" }));
    });
    asked.end(body);
  });
}

/** In place of a second look-up, which a hostile name server would answer otherwise than the first. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_name, { all: every }, tell) => {
    const [first] = all;
    if (every === true) tell(null, all);
    else tell(null, first?.address ?? "", first?.family);
  };
}
