import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface BareServer {
  readonly url: string;
  /** Lets it write so many frames to each of its sockets, the last one with the mark. */
  write(count: number, mark: string): void;
  /** Its resident memory in bytes. */
  memory(): Promise<number>;
  stop(): void;
}

export async function startBareServer(): Promise<BareServer> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("bare-server.ts", import.meta.url))], {
    stdio: ["pipe", "inherit", "inherit", "ipc"],
  });
  const [port] = (await once(child, "message")) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    write: (count, mark) => child.stdin?.write(`${count} ${mark}\n`),
    async memory() {
      child.stdin?.write("memory\n");
      const [bytes] = (await once(child, "message")) as [number];
      return bytes;
    },
    stop: () => child.stdin?.end(),
  };
}
