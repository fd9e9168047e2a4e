import type { Clock } from "../../kernel/clock.ts";
import type { MessageModule } from "../../modules/message/index.ts";
import type { Job } from "../../platform/jobs/job.ts";
import type { Workflows } from "../../platform/workflow/workflows.ts";
import { retention } from "./retention.ts";

export interface RetentionJobDeps {
  readonly clock: Clock;
  readonly workflows: Workflows;
  readonly retention: Pick<MessageModule["retention"], "orgsThatErase">;
}

/** Starts one run a day for each organisation that does not keep everything. */
export function retentionJob({ clock, workflows, retention: messages }: RetentionJobDeps): Job {
  return {
    name: "message.retention",
    schedule: "7 2 * * *",
    async run() {
      const now = clock.now();
      const day = now.toISOString().slice(0, 10);
      for (const orgId of await messages.orgsThatErase()) {
        await workflows.start(retention, `retention ${orgId} ${day}`, { orgId, now: now.getTime() });
      }
    },
  };
}
