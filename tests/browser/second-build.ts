import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";

const dist = new URL("../../web/dist/", import.meta.url).pathname;

/** A proxy before a server, which can let it seem to have a newer build of the client. */
export interface Proxy {
  readonly url: string;
  /** From now on: its pages have the title that is given, and nothing else is different. */
  build(title: string): Promise<void>;
  close(): Promise<void>;
}

export async function openProxy(to: string): Promise<Proxy> {
  const { hostname, port } = new URL(to);
  const files = new Map<string, Buffer>();
  const sockets = new Set<Duplex>();
  const server = createServer((asked, answer) => {
    const path = asked.headers["sec-fetch-mode"] === "navigate" ? "/index.html" : asked.url;
    const file = files.get(path ?? "");
    const type = path === "/sw.js" ? "text/javascript" : "text/html;charset=utf-8";
    if (file !== undefined) {
      answer.setHeader("content-type", type).end(file);
      return;
    }
    const { method, url: asks, headers } = asked;
    const passed = request({ hostname, port, method, path: asks, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  server.on("upgrade", ({ method, url: asks, rawHeaders }, socket) => {
    const lines = rawHeaders.map((each, index) => each + (index % 2 === 0 ? ": " : "\r\n"));
    const passed = connect(Number(port), hostname, () => {
      passed.write(`${method} ${asks} HTTP/1.1\r\n${lines.join("")}\r\n`);
      passed.pipe(socket).pipe(passed);
    });
    sockets.add(socket);
    passed.on("error", () => socket.destroy());
    socket.on("error", () => passed.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === "object" ? address?.port : ""}`,
    async build(title) {
      const page = (await readFile(join(dist, "index.html"), "utf8")).replace(
        '<div id="root">',
        `<meta name="build" content="${title}" /><div id="root">`,
      );
      const worker = await readFile(join(dist, "sw.js"), "utf8");
      const integrity = `sha256-${createHash("sha256").update(page).digest("base64")}`;
      const other = worker
        .replace(/"version":"[^"]*"/, `"version":"${title}"`)
        .replace(/"\/index\.html":"[^"]*"/, `"/index.html":"${integrity}"`);
      files.set("/index.html", Buffer.from(page)).set("/sw.js", Buffer.from(other));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
}
