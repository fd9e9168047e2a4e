import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "./engine.ts";
import { EngineError } from "./errors.ts";
import { buildFolder, cacheFolder, findProgram, moduleFolder } from "./program.ts";

/** Brings the engine's program unless it is there. Throws an `EngineError` of one line where it cannot be had. */
export function obtain({ title, source }: Engine): void {
  if (findProgram(source) !== undefined) return;
  if ("module" in source) build(title, source.module);
  else install(title, source.package);
  if (findProgram(source) === undefined) {
    throw new EngineError(`${title}: there is still no program ${source.program}`);
  }
}

/** Built beside its place and renamed, so that an interrupted build is none. */
function build(title: string, module: string): void {
  const unfinished = join(cacheFolder, `${module}.new`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  console.log(`${title}: building, which takes some minutes`);
  run(title, ["go", "install", "-trimpath", "-ldflags=-s -w", "tool"], {
    cwd: moduleFolder(module),
    env: { ...process.env, GOBIN: unfinished, GOFLAGS: "", GOTOOLCHAIN: "local", CGO_ENABLED: "0" },
  });
  renameSync(unfinished, buildFolder(module));
}

function install(title: string, name: string): void {
  if (process.geteuid?.() !== 0) {
    throw new EngineError(`${title}: not installed; as root: apt-get install ${name}`);
  }
  console.log(`${title}: installing Debian's package ${name}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run(title, ["apt-get", "update", "-qq"], { env });
  run(title, ["apt-get", "install", "-y", "-qq", "--no-install-recommends", name], { env });
}

interface RunOptions {
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
}

function run(title: string, [command = "", ...args]: readonly string[], options: RunOptions): void {
  const { error, status, stderr } = spawnSync(command, args, {
    ...options,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (error) throw new EngineError(`${title}: cannot be had without ${command} (${error.message})`);
  if (status !== 0) throw new EngineError(`${title}: ${stderr.trim().split("\n").at(-1)}`);
}
