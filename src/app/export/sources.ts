import type { AuthModule } from "../../modules/auth/index.ts";
import type { ChannelModule } from "../../modules/channel/index.ts";
import type { MessageModule } from "../../modules/message/index.ts";
import type { ExportSources } from "../../modules/user/index.ts";
import { accountsSection } from "./accounts-section.ts";
import { channelsSection } from "./channels-section.ts";

interface Modules {
  readonly auth: Pick<AuthModule, "listAccounts">;
  readonly channel: Pick<ChannelModule, "roll">;
  readonly message: Pick<MessageModule, "histories">;
}

/**
 * What the contexts add to an export, in the order in which it is gathered: people, who are the user context's
 * own and come first in the file, are last. The modules are looked up when they are first used.
 */
export function exportSources(modules: () => Modules): ExportSources {
  return {
    sections: [channelsSection(3, modules), accountsSection(2, modules)],
    countChannels: (orgId, scope) =>
      modules().channel.roll.count({ orgId, everything: scope === "everything" }),
  };
}
