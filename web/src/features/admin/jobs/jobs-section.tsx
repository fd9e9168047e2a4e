import { useQuery } from "@connectrpc/connect-query";
import { AdminService, type Job } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { Loaded } from "../../../settings/loaded.tsx";
import { Moment } from "../../../settings/moment.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { HistoryGroup } from "./history-group.tsx";
import { jobName } from "./job-name.ts";
import { JobStateTag } from "./job-state.tsx";

const refreshMs = 15_000;

/** What is done again and again: when next, what became of it last, and the history. */
export function JobsSection() {
  const query = useQuery(AdminService.method.listJobs, {}, { refetchInterval: refreshMs });
  return (
    <Section title={t("jobs.title")} lead={t("jobs.lead")}>
      <Loaded query={query}>
        {({ jobs }) => (
          <>
            <Group title={t("jobs.all")}>
              <Rows label={t("jobs.all")}>
                {jobs.map((job) => (
                  <JobRow key={job.name} job={job} />
                ))}
              </Rows>
            </Group>
            <HistoryGroup jobs={jobs.map(({ name }) => name)} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function JobRow({ job: { name, schedule, nextAt, latest } }: { readonly job: Job }) {
  return (
    <Row title={jobName(name)} actions={latest && <JobStateTag state={latest.state} />}>
      <span className="flex flex-wrap gap-x-3">
        <span>
          {latest === undefined ? (
            t("jobs.never")
          ) : (
            <>
              {t("jobs.last")} <Moment at={latest.beganAt} />
            </>
          )}
        </span>
        {nextAt && (
          <span>
            {t("jobs.next")} <Moment at={nextAt} />
          </span>
        )}
        <code className="text-[12px]">
          {name} · {schedule}
        </code>
      </span>
    </Row>
  );
}
