import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { JobRunSchema, JobSchema, JobState } from "../../../../gen/chatter/admin/v1/admin_pb.js";
import type { JobRun } from "../../../platform/jobs/job.ts";
import { nextTick } from "../../../platform/jobs/next-tick.ts";
import type { DeclaredJob } from "../application/ports.ts";
import type { AdminServiceDeps, Service } from "./entrance.ts";
import { parseRunToken, runToken } from "./page-token.ts";

const PAGE = 50;

const states: Readonly<Record<JobRun["state"], JobState>> = {
  running: JobState.RUNNING,
  done: JobState.DONE,
  failed: JobState.FAILED,
  lost: JobState.LOST,
};

/** The methods about what is done again and again. */
export function jobMethods({
  gate,
  clock,
  installation,
  runs,
}: AdminServiceDeps): Pick<Service, "listJobs" | "listJobRuns"> {
  return {
    async listJobs(_request, context) {
      await gate.org(context, "manage");
      const latest = await runs.latest();
      const jobs = installation.jobs().toSorted((a, b) => (a.name < b.name ? -1 : 1));
      return { jobs: jobs.map((job) => jobToProto(job, latest.get(job.name), clock.now())) };
    },
    async listJobRuns({ job, troubled, pageSize = PAGE, pageToken }, context) {
      await gate.org(context, "manage");
      const after = parseRunToken(pageToken);
      const found = await runs.list({ job: job || undefined, troubled, after, limit: pageSize + 1 });
      const page = found.slice(0, pageSize);
      const next = found.length > pageSize ? page.at(-1) : undefined;
      return { runs: page.map(runToProto), nextPageToken: runToken(next) };
    },
  };
}

function jobToProto(job: DeclaredJob, latest: JobRun | undefined, now: Date) {
  const next = nextTick(job, now);
  return create(JobSchema, {
    name: job.name,
    schedule: job.schedule,
    ...(next && { nextAt: timestampFromDate(next) }),
    ...(latest && { latest: runToProto(latest) }),
  });
}

function runToProto({ job, dueAt, beganAt, endedAt, ranBy, state, error = "" }: JobRun) {
  return create(JobRunSchema, {
    job,
    dueAt: timestampFromDate(dueAt),
    beganAt: timestampFromDate(beganAt),
    ...(endedAt && { endedAt: timestampFromDate(endedAt) }),
    ranBy,
    state: states[state],
    error,
  });
}
