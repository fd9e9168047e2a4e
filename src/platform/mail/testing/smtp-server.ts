import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

export interface TestSmtpServer {
  readonly url: string;
  /** What was received, each with its headers. */
  readonly letters: string[];
  /** Answers recipients with this line from now on; undefined takes them. */
  refuseWith(line: string | undefined): void;
  close(): void;
}

/** As much of a mail server as a client talks to. */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const letters: string[] = [];
  const sockets = new Set<Socket>();
  let refusal: string | undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serve(socket, letters, () => refusal);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    refuseWith: (line) => {
      refusal = line;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function serve(socket: Socket, letters: string[], refusal: () => string | undefined): void {
  let letter: string[] | undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 ready");
  createInterface(socket).on("line", (line) => {
    if (letter !== undefined) {
      if (line !== ".") return letter.push(line);
      letters.push(letter.join("\n"));
      letter = undefined;
      return say("250 taken");
    }
    const [verb] = line.toUpperCase().split(/[ :]/, 1);
    if (verb === "RCPT") return say(refusal() ?? "250 fine");
    if (verb !== "DATA") return say(verb === "QUIT" ? "221 bye" : "250 fine");
    letter = [];
    return say("354 go on");
  });
}
