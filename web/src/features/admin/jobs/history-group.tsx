import { useInfiniteQuery } from "@connectrpc/connect-query";
import { CalendarCheck, History } from "lucide-react";
import { useState } from "react";
import { AdminService, type JobRun } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { pageByPage } from "../../../api/page-by-page.ts";
import { SelectField } from "../../../forms/select-field.tsx";
import { durationText } from "../../../settings/amounts.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { Moment } from "../../../settings/moment.tsx";
import { MoreButton } from "../../../settings/more-button.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import { dateOf } from "../../../settings/when.ts";
import { adminText as t } from "../../../text/administration.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { Trace } from "../trace.tsx";
import { jobName } from "./job-name.ts";
import { JobStateTag } from "./job-state.tsx";

/** The runs of all jobs or of one, the latest first. */
export function HistoryGroup({ jobs }: { readonly jobs: readonly string[] }) {
  const [job, setJob] = useState("");
  const [troubled, setTroubled] = useState(false);
  const query = useInfiniteQuery(
    AdminService.method.listJobRuns,
    { job, troubled, pageToken: "" },
    { ...pageByPage, refetchInterval: false },
  );
  const options = ["", ...jobs].map((value) => ({
    value,
    label: value === "" ? t("jobs.any") : jobName(value),
  }));
  return (
    <Group title={t("jobs.history")} description={t("jobs.historyHint")}>
      <div className="grid grid-cols-1 items-end gap-x-6 gap-y-2 pane:grid-cols-2">
        <SelectField label={t("jobs.which")} value={job} options={options} onChoose={setJob} />
        <Switch label={t("jobs.troubled")} isOn={troubled} onChange={setTroubled} />
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const runs = pages.flatMap((page) => page.runs);
          return runs.length === 0 ? (
            <NoRuns troubled={troubled} />
          ) : (
            <Rows label={t("jobs.history")}>
              {runs.map((run) => (
                <RunRow key={`${run.job} ${run.dueAt?.seconds}`} run={run} />
              ))}
            </Rows>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </Group>
  );
}

function NoRuns({ troubled }: { readonly troubled: boolean }) {
  return troubled ? (
    <EmptyState icon={<CalendarCheck size={24} />} title={t("jobs.noTrouble")}>
      {t("jobs.noTroubleHint")}
    </EmptyState>
  ) : (
    <EmptyState icon={<History size={24} />} title={t("jobs.noRuns")}>
      {t("jobs.noRunsHint")}
    </EmptyState>
  );
}

function RunRow({ run }: { readonly run: JobRun }) {
  const [began, ended] = [dateOf(run.beganAt), dateOf(run.endedAt)];
  const took = began && ended && durationText(ended.getTime() - began.getTime());
  return (
    <Row title={jobName(run.job)} actions={<JobStateTag state={run.state} />}>
      <Moment at={run.beganAt} />
      {[took && t("jobs.took", { time: took }), t("jobs.on", { process: run.ranBy })]
        .filter(Boolean)
        .map((note) => ` · ${note}`)}
      {run.error === "" ? null : <Trace title={t("jobs.error")} text={run.error} />}
    </Row>
  );
}
