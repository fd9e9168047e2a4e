import { join } from "node:path";
import { createFileModule, type FileDeps, type FileModule } from "../modules/file/index.ts";
import type { MessageModule } from "../modules/message/index.ts";
import type { Config } from "./config.ts";
import type { Engines } from "./engines.ts";
import type { Lifecycle } from "./lifecycle.ts";

const GIB = 1024 ** 3;
const LIMITS = { file: 2 * GIB, person: 20 * GIB, org: 500 * GIB, openUploads: 50 };

interface Surroundings extends Pick<FileDeps, "relationships" | "gate"> {
  readonly config: Config;
  readonly engines: Engines;
  readonly lifecycle: Lifecycle;
}

/** The file context, in the data folder. */
export async function openFiles(
  { config, engines, lifecycle, ...shared }: Surroundings,
  message: Pick<MessageModule, "posted">,
): Promise<FileModule> {
  const file = await createFileModule({
    ...engines,
    ...shared,
    database: engines.database("file"),
    messages: { posted: message.posted },
    folder: join(config.dataDir, "files"),
    limits: { ...LIMITS, ...config.files },
  });
  lifecycle.opened("pictures", file.close);
  return file;
}
