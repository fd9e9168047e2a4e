import { join } from "node:path";
import { type AdminModule, type Census, createAdminModule } from "../modules/admin/index.ts";
import type { AuthModule } from "../modules/auth/index.ts";
import type { ChannelModule } from "../modules/channel/index.ts";
import type { MessageModule } from "../modules/message/index.ts";
import { measureDisk, measureFolder } from "../platform/files/measure-folder.ts";
import type { Job } from "../platform/jobs/job.ts";
import { measureStorage } from "../platform/postgres/storage.ts";
import { createGate } from "../platform/rpc/gate.ts";
import type { Config } from "./config.ts";
import type { Engines } from "./engines.ts";
import { version } from "./version.ts";
import { watchEngines } from "./watched-engines.ts";

interface Surroundings {
  readonly config: Config;
  readonly engines: Engines;
  readonly counted: {
    readonly auth: Pick<AuthModule, "countPeople">;
    readonly channel: Pick<ChannelModule, "countChannels">;
    readonly message: Pick<MessageModule, "countMessages">;
  };
  /** Asked when all contexts were built. */
  readonly jobs: () => readonly Job[];
}

// Those that are stuck are listed first.
const MOST_RUNS = 1_000;

/** The context `admin`, bound to what it shows. */
export function openAdmin({ config, engines, counted, jobs }: Surroundings): AdminModule {
  const { bus, authorizer, clock } = engines;
  const { operation } = bus;
  return createAdminModule({
    clock,
    gate: createGate({ authorizer }),
    operation,
    flags: engines.flags.operation,
    runs: engines.jobs.history,
    census: censusOf(counted),
    installation: {
      version,
      engines: watchEngines(config, engines),
      jobs,
      // Sizes may be asked by any role.
      storage: async () => ({
        ...(await measureStorage(engines.jobs.database)),
        disk: await measureDisk(config.dataDir),
        backups: await measureFolder(join(config.dataDir, "backups")),
      }),
      backlog: operation.backlog,
      stuckRuns: async () => {
        const open = await engines.sagaRuns.listOpen(MOST_RUNS);
        return open.filter(({ state }) => state === "stuck").length;
      },
    },
  });
}

function censusOf({ auth, channel, message }: Surroundings["counted"]): Census {
  return {
    async count() {
      const [people, channels, messages] = await Promise.all([
        auth.countPeople(),
        channel.countChannels(),
        message.countMessages(),
      ]);
      return { people, channels, messages };
    },
  };
}
