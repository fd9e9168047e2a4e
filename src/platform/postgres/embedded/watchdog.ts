import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { ServerUser } from "./server-user.ts";

/**
 * Runs the server and listens on its own standard input, a pipe whose other end only we hold. A line is the
 * name of a signal for the server; the end of the input, which the kernel sends when we die in whatever way,
 * asks the server to stop. The reader is a process of its own because the shell waits for the server. Both
 * are deaf to signals for all processes of a program, as systemd sends them: the server outlasts us, always.
 */
const script = `
trap '' HUP INT TERM
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{
  while read -r signal; do kill -s "$signal" "$server"; done
  kill -s INT "$server"
} <&3 >/dev/null 2>&1 &
reader=$!
exec 3<&-
wait "$server"
status=$?
kill -s KILL "$reader" 2>/dev/null
exit "$status"
`;

/** INT ends the connections and stops cleanly; QUIT stops at once, and the next start recovers. */
type StopSignal = "INT" | "QUIT";

export interface WatchedServer {
  /** Settles when the server has ended, with the last words it said before its log file was open. */
  readonly exited: Promise<string>;
  signal(name: StopSignal): void;
}

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly user: ServerUser;
}

export function spawnWatched({ program, args, folder, user }: ServerCommand): WatchedServer {
  const child = spawn("/bin/sh", ["-c", script, "chatter-postgres", program, ...args], {
    cwd: folder,
    ...user,
    env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
    stdio: ["pipe", "ignore", "pipe"],
    // A session of its own: Ctrl-C in the terminal is for us, who need the server until we have finished.
    detached: true,
  });
  const lastWords = collectLastWords(child);
  // Writing to a watchdog that has just ended is no error; its end is told by `exited`.
  child.stdin?.on("error", () => undefined);
  return {
    exited: once(child, "exit").then(lastWords),
    signal: (name) => void child.stdin?.write(`${name}\n`),
  };
}

function collectLastWords(child: ChildProcess): () => string {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    words = (words + chunk).slice(-4096);
  });
  return () => words.trim();
}
