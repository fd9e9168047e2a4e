import { useInfiniteQuery } from "@connectrpc/connect-query";
import {
  AdminService,
  type Intervention,
  InterventionAct,
} from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { pageByPage } from "../../../api/page-by-page.ts";
import { Loaded } from "../../../settings/loaded.tsx";
import { Moment } from "../../../settings/moment.tsx";
import { MoreButton } from "../../../settings/more-button.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group } from "../../../settings/section.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { PersonName } from "../person-name.tsx";

const acts = {
  [InterventionAct.UNSPECIFIED]: "events.act.retried",
  [InterventionAct.RETRIED]: "events.act.retried",
  [InterventionAct.PARKED]: "events.act.parked",
  [InterventionAct.REPLAYED]: "events.act.replayed",
} as const;

/** Who did what about deliveries. */
export function InterventionsGroup() {
  const query = useInfiniteQuery(
    AdminService.method.listInterventions,
    { pageSize: 10, pageToken: "" },
    pageByPage,
  );
  return (
    <Group title={t("events.interventions")} description={t("events.interventionsHint")}>
      <Loaded query={query}>
        {({ pages }) => {
          const interventions = pages.flatMap((page) => page.interventions);
          return interventions.length === 0 ? (
            <p className="text-ink2">{t("events.noInterventions")}</p>
          ) : (
            <Rows label={t("events.interventions")}>
              {interventions.map((intervention) => (
                <InterventionRow
                  key={`${intervention.at?.seconds} ${intervention.at?.nanos} ${intervention.eventId}`}
                  intervention={intervention}
                />
              ))}
            </Rows>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </Group>
  );
}

function InterventionRow({ intervention }: { readonly intervention: Intervention }) {
  const { act, at, by, consumer, deliveries, eventId } = intervention;
  return (
    <Row title={t(acts[act], { count: deliveries })}>
      <p className="break-words">
        {by === "" ? t("events.byOperator") : <PersonName id={by} />} · <Moment at={at} />
        {consumer === "" ? null : ` · ${t("events.for", { consumer })}`}
        {eventId === "" ? null : (
          <>
            {" · "}
            <code className="text-[12px]">{eventId}</code>
          </>
        )}
      </p>
    </Row>
  );
}
