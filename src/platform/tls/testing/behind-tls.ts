import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { createServer } from "node:tls";
import { fileURLToPath } from "node:url";

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The file of the authority that vouches for localhost in tests, and nobody trusts: its key is public. */
export const authority = file("localhost.pem");

export interface BehindTls {
  readonly port: number;
  close(): Promise<void>;
}

/** Speaks TLS as localhost for who listens on the port in plain text. */
export async function behindTls(port: number): Promise<BehindTls> {
  const options = {
    cert: readFileSync(authority),
    key: readFileSync(file("localhost.key.pem")),
    ALPNProtocols: ["h2", "http/1.1"],
  };
  const server = createServer(options, (secure) => {
    const plain = connect(port, "127.0.0.1");
    secure.pipe(plain).pipe(secure);
    secure.on("error", () => plain.destroy());
    plain.on("error", () => secure.destroy());
  });
  // A client that does not trust us leaves in the middle of the greeting.
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
