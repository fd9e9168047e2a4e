import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer, or silence. */
export type Reply =
  | { readonly status: number; readonly body?: object | string; readonly headers?: Record<string, string> }
  | "silence";

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ScriptedVault {
  readonly address: string;
  readonly asked: Asked[];
  /** These in turn; the last one from then on. */
  answer(...replies: readonly [Reply, ...Reply[]]): void;
  close(): void;
}

/** Answers as Vault does on a bad day, which a real one cannot be told to. */
export async function startScriptedVault(): Promise<ScriptedVault> {
  const asked: Asked[] = [];
  let script: readonly Reply[] = ["silence"];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      asked.push({ path: request.url ?? "", headers: request.headers, body });
      const [reply = "silence", ...rest] = script;
      if (rest.length > 0) script = rest;
      if (reply === "silence") return;
      const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {});
      response.writeHead(reply.status, reply.headers).end(text);
    });
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await listening;
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer(...replies) {
      asked.length = 0;
      script = replies;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
