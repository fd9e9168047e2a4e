import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rendered, Renderer } from "../../application/ports.ts";
import type { PictureJob, PictureMade } from "./picture-job.ts";

const program = fileURLToPath(new URL("picture-process.ts", import.meta.url));
const HEAP_MB = 128;

export interface PictureRendererOptions {
  /** Where pictures lie until they are adopted. */
  readonly folder: string;
  /** How long one picture may take. */
  readonly limitMs?: number;
}

export interface PictureRenderer extends Renderer {
  close(): Promise<void>;
}

/**
 * One picture at a time, in a process of its own that is started when it is first needed; it knows nothing of the
 * settings. Where it dies of a picture, or takes too long, that picture is none, and the next finds a new process.
 */
export function createPictureRenderer({ folder, limitMs = 20_000 }: PictureRendererOptions): PictureRenderer {
  let worker: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function perform(job: PictureJob): Promise<PictureMade> {
    worker ??= start();
    const busy = worker;
    busy.send(job);
    const over = new AbortController();
    const timer = setTimeout(() => busy.kill("SIGKILL"), limitMs);
    try {
      return await Promise.race([
        once(busy, "message", { signal: over.signal }).then(([made]: PictureMade[]) => made ?? null),
        once(busy, "exit", { signal: over.signal }).then(() => null),
      ]);
    } finally {
      clearTimeout(timer);
      over.abort();
    }
  }

  function start(): ChildProcess {
    const child = fork(program, [], { env: {}, execArgv: [`--max-old-space-size=${HEAP_MB}`] });
    child.once("exit", () => {
      if (worker === child) worker = undefined;
    });
    return child;
  }

  return {
    async render(path) {
      const place = await mkdtemp(join(folder, "picture-"));
      const paths = { small: join(place, "small"), large: join(place, "large") };
      const discard = () => rm(place, { recursive: true, force: true });
      const turn = last.then(() => perform({ path, ...paths }));
      last = turn.catch(() => undefined);
      const made = await turn.catch(async (error: unknown) => {
        await discard();
        throw error;
      });
      if (made !== null) return rendered(made, paths, discard);
      await discard();
      return undefined;
    },
    async close() {
      await last;
      if (worker === undefined) return;
      const ended = once(worker, "exit");
      worker.disconnect();
      await ended;
    },
  };
}

function rendered(
  { width, height, placeholder }: NonNullable<PictureMade>,
  paths: Rendered["paths"],
  discard: Rendered["discard"],
): Rendered {
  const picture = { width, height, placeholder: new Uint8Array(Buffer.from(placeholder, "base64")) };
  return { picture, paths, discard };
}
