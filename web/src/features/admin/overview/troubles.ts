import { EngineHealth, type GetOverviewResponse } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { durationText } from "../../../settings/amounts.ts";
import { adminText as t } from "../../../text/administration.ts";

/** Something that an admin should look at. */
export interface Trouble {
  readonly text: string;
  /** Where more is said about it. */
  readonly page?: "events" | "jobs";
}

/** Events are handled within seconds; who waits longer than this waits for something that is stuck. */
const lateSeconds = 60;

export function troublesIn(overview: GetOverviewResponse): readonly Trouble[] {
  const { engines, backlog, troubledJobs, stuckRuns } = overview;
  const [parked, oldest] = [Number(backlog?.parked ?? 0), Number(backlog?.oldestSeconds ?? 0)];
  return [
    ...engines
      .filter(({ health }) => health === EngineHealth.DOWN)
      .map(({ product }) => ({ text: t("overview.down", { engine: product }) })),
    ...(parked > 0 ? [{ text: t("overview.parked", { count: parked }), page: "events" as const }] : []),
    ...(oldest > lateSeconds ? [{ text: t("overview.late", { time: durationText(oldest * 1000) }) }] : []),
    ...(stuckRuns > 0n ? [{ text: t("overview.stuck", { count: Number(stuckRuns) }) }] : []),
    ...(troubledJobs.length > 0
      ? [{ text: t("overview.jobs", { count: troubledJobs.length }), page: "jobs" as const }]
      : []),
  ];
}
