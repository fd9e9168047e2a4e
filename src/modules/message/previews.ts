import type { Clock } from "../../kernel/clock.ts";
import { createDispatcher } from "../../platform/background/dispatcher.ts";
import type { Log } from "../../platform/log/log.ts";
import type { Outward } from "../../platform/outward/outward.ts";
import type { Transaction } from "../../platform/postgres/database.ts";
import { createLocalBus } from "../../platform/realtime/local-bus.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import { previewRoutes } from "./api/previews/preview-service.ts";
import type { DeleteMessageDeps } from "./application/delete-message.ts";
import type { ChannelOrgs } from "./application/previews/ports.ts";
import { previewNextDue } from "./application/previews/preview-links.ts";
import type { MessageEvent } from "./domain/events.ts";
import type { MessageStoreDeps } from "./infrastructure/posting.ts";
import { createPages } from "./infrastructure/previews/pages.ts";
import { createPreviewSettings } from "./infrastructure/previews/preview-settings.ts";
import { createPreviewTasks, notePreviewTasks } from "./infrastructure/previews/preview-tasks.ts";
import type { MessageSchema } from "./infrastructure/schema.ts";

export interface PreviewDeps {
  readonly gate: Gate;
  readonly clock: Clock;
  readonly log: Pick<Log, "error" | "info">;
  readonly outward: Outward;
  readonly orgs: ChannelOrgs;
  /** Such as https://chat.example.org. */
  readonly publicUrl: string;
}

// Strangers' servers are slow: what waits for them waits side by side.
const AT_ONCE = 4;

/** The part of the context that previews links, some moments after a message was posted. */
export function createPreviews(deps: PreviewDeps & DeleteMessageDeps, { database }: MessageStoreDeps) {
  const { clock, publicUrl } = deps;
  const due = createLocalBus<number>();
  const tasks = createPreviewTasks({ database, clock, due });
  const parts = {
    ...deps,
    tasks,
    settings: createPreviewSettings(database),
    pages: createPages(deps.outward),
    ownOrigin: new URL(publicUrl).origin,
  };
  return {
    routes: previewRoutes(parts),
    previewer: createDispatcher({
      doNext: () => previewNextDue(parts),
      nextDue: tasks.nextDue,
      due,
      now: () => clock.now(),
      log: deps.log,
      atOnce: AT_ONCE,
      sentences: {
        begun: "links could not be previewed; trying again",
        over: "links are previewed again",
      },
    }),
    /** To be called with what the logs tell, in the transaction in which it counts as read. */
    follow: (tx: Transaction<MessageSchema>, events: readonly MessageEvent[]) =>
      notePreviewTasks({ clock, due }, tx, events),
  };
}
