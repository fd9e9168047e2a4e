import { useQuery } from "@connectrpc/connect-query";
import { AdminService } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { Loaded } from "../../../settings/loaded.tsx";
import { Section } from "../../../settings/section.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { Attention } from "./attention.tsx";
import { EnginesGroup } from "./engines-group.tsx";
import { NumbersGroup } from "./numbers-group.tsx";
import { StorageGroup } from "./storage-group.tsx";

const refreshMs = 15_000;

/** How the installation is, and what needs attention; while it is looked at it follows. */
export function OverviewSection() {
  const query = useQuery(AdminService.method.getOverview, {}, { refetchInterval: refreshMs });
  return (
    <Section title={t("overview.title")} lead={t("overview.lead")}>
      <Loaded query={query}>
        {(overview) => (
          <>
            <Attention overview={overview} />
            <NumbersGroup overview={overview} />
            <EnginesGroup engines={overview.engines} />
            <StorageGroup storage={overview.storage} version={overview.version} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
