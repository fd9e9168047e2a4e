import { JobState } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { Tag } from "../../../settings/rows.tsx";
import { adminText as t } from "../../../text/administration.ts";

/** What became of a run. */
export function JobStateTag({ state }: { readonly state: JobState }) {
  switch (state) {
    case JobState.RUNNING:
      return <Tag>{t("jobs.running")}</Tag>;
    case JobState.DONE:
      return <Tag tone="quiet">{t("jobs.done")}</Tag>;
    case JobState.FAILED:
      return <Tag tone="danger">{t("jobs.failed")}</Tag>;
    case JobState.LOST:
      return <Tag tone="danger">{t("jobs.lost")}</Tag>;
    case JobState.UNSPECIFIED:
      return null;
  }
}
