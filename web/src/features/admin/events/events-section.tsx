import { useInfiniteQuery } from "@connectrpc/connect-query";
import { PartyPopper, RotateCw } from "lucide-react";
import { useState } from "react";
import { AdminService, type ParkedEvent } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { pageByPage } from "../../../api/page-by-page.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { MoreButton } from "../../../settings/more-button.tsx";
import { Rows } from "../../../settings/rows.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { EventDialog } from "./event-dialog.tsx";
import { InterventionsGroup } from "./interventions-group.tsx";
import { ParkedRow } from "./parked-row.tsx";
import { useRetry } from "./use-retry.ts";

/** The events that could not be handled, and what was done about them. */
export function EventsSection() {
  const query = useInfiniteQuery(AdminService.method.listParkedEvents, { pageToken: "" }, pageByPage);
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  const { isBusy, retry } = useRetry();
  const [shown, setShown] = useState<ParkedEvent>();
  const retryAll = events.length > 0 && (
    <SmallButton tone="primary" isBusy={isBusy} onClick={() => retry({})}>
      <RotateCw size={16} aria-hidden />
      {t("events.retryAll")}
    </SmallButton>
  );
  return (
    <Section title={t("events.title")} lead={t("events.lead")}>
      <Group title={t("events.parked")} action={retryAll}>
        <Loaded query={query}>
          {() =>
            events.length === 0 ? (
              <EmptyState icon={<PartyPopper size={24} />} title={t("events.none")}>
                {t("events.noneHint")}
              </EmptyState>
            ) : (
              <Rows label={t("events.parked")}>
                {events.map((event) => (
                  <ParkedRow
                    key={`${event.eventId} ${event.delivery?.consumer}`}
                    event={event}
                    onShow={() => setShown(event)}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
        <MoreButton query={query} />
      </Group>
      <InterventionsGroup />
      <EventDialog event={shown} onClose={() => setShown(undefined)} />
    </Section>
  );
}
