import { useInfiniteQuery } from "@connectrpc/connect-query";
import { ScrollText } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { OversightService } from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { pageByPage } from "../../../api/page-by-page.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { MoreButton } from "../../../settings/more-button.tsx";
import { Rows } from "../../../settings/rows.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { apiLogText as t } from "../../../text/api-log.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { CallRow } from "./call-row.tsx";
import { askedFor, everything, isEverything } from "./calls-wanted.ts";
import { Filters } from "./filters.tsx";

/** What programs called with API keys, of all or of some. */
export function ApiLogSection() {
  const [wanted, setWanted] = useState(everything);
  const asked = useDeferredValue(wanted);
  const query = useInfiniteQuery(
    OversightService.method.listApiCalls,
    { ...askedFor(asked), pageToken: "" },
    pageByPage,
  );
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Group title={t("calls")}>
        <Filters wanted={wanted} onChange={setWanted} />
        <Loaded query={query}>
          {({ pages }) => {
            const calls = pages.flatMap((page) => page.calls);
            return calls.length === 0 ? (
              <NoCalls all={isEverything(asked)} />
            ) : (
              <Rows label={t("calls")}>
                {calls.map((call, place) => (
                  // They have no name of their own, and stand still.
                  <CallRow key={calls.length - place} call={call} />
                ))}
              </Rows>
            );
          }}
        </Loaded>
        <MoreButton query={query} />
      </Group>
    </Section>
  );
}

function NoCalls({ all }: { readonly all: boolean }) {
  return (
    <EmptyState icon={<ScrollText size={24} />} title={all ? t("none") : t("noneSuch")}>
      {all ? t("noneHint") : t("noneSuchHint")}
    </EmptyState>
  );
}
