import { createServer } from "node:http";
import { WebSocketServer } from "ws";

/**
 * What a server costs that does nothing but write: for each line on standard input, `<count> <mark>`, it
 * writes so many frames to each of its sockets, one call a frame, the last one with the mark. Answers
 * `memory` with its resident bytes.
 */
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const filling = "x".repeat(180);

process.stdin.setEncoding("utf8").on("data", (chunk) => {
  for (const line of String(chunk).trim().split("\n")) {
    if (line === "memory") {
      process.send?.(process.memoryUsage().rss);
      continue;
    }
    const [count = "0", mark = ""] = line.split(" ");
    for (let n = 1; n <= Number(count); n++) {
      const frame = Buffer.from(n === Number(count) ? filling + mark : filling);
      for (const socket of sockets.clients) socket.send(frame);
    }
  }
});
process.stdin.on("end", () => process.exit(0));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
