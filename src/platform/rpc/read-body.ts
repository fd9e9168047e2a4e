import type { IncomingMessage } from "node:http";
import { Code, ConnectError } from "@connectrpc/connect";

/** Receives a whole body. What is too large is refused as soon as that is known; the rest is discarded. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const receive = (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > maxBytes) refuse();
    };
    const refuse = () => {
      request.off("data", receive).resume();
      reject(new ConnectError(`the message is larger than ${maxBytes} bytes`, Code.ResourceExhausted));
    };
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) return refuse();
    request.on("data", receive);
    request.once("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once("error", (error) =>
      reject(new ConnectError("the request ended early", Code.Canceled, undefined, undefined, error)),
    );
    return undefined;
  });
}
