import { skipToken, useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import {
  AdminService,
  type Delivery,
  DeliveryStatus,
  type InspectEventResponse,
  type ParkedEvent,
} from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { Loaded } from "../../../settings/loaded.tsx";
import { Moment } from "../../../settings/moment.tsx";
import { Row, Rows, Tag } from "../../../settings/rows.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Trace } from "../trace.tsx";
import { eventName } from "./event-name.ts";
import { Fields } from "./fields.tsx";
import { useRetry } from "./use-retry.ts";

interface EventDialogProps {
  /** Undefined closes the dialog. */
  readonly event: ParkedEvent | undefined;
  readonly onClose: () => void;
}

/** One event, what it tells, and what became of it. */
export function EventDialog({ event, onClose }: EventDialogProps) {
  // What was shown stays while the dialog leaves.
  const [shown, setShown] = useState(event);
  if (event !== undefined && event !== shown) setShown(event);
  const query = useQuery(
    AdminService.method.inspectEvent,
    event === undefined ? skipToken : { eventId: event.eventId },
    { staleTime: 0 },
  );
  const { isBusy, retry } = useRetry();
  const { eventId = "" } = shown ?? {};
  const footer = (
    <Button tone="primary" isBusy={isBusy} onClick={() => retry({ eventId })}>
      {t("events.retry")}
    </Button>
  );
  return (
    <Dialog
      title={eventName(shown?.type ?? "")}
      isOpen={event !== undefined}
      onClose={onClose}
      size="large"
      footer={footer}
    >
      <Loaded query={query}>{(inspected) => <Inspected event={inspected} />}</Loaded>
    </Dialog>
  );
}

function Inspected({ event }: { readonly event: InspectEventResponse }) {
  return (
    <div className="flex flex-col gap-6 pb-2">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <dt className="text-ink3">{t("events.occurred")}</dt>
        <dd>
          <Moment at={event.occurredAt} />
        </dd>
        <dt className="text-ink3">{t("events.id")}</dt>
        <dd className="font-mono text-[13px] break-all">
          {event.type} {event.eventId}
        </dd>
        {event.causedBy === "" ? null : (
          <>
            <dt className="text-ink3">{t("events.causedBy")}</dt>
            <dd className="font-mono text-[13px] break-all">{event.causedBy}</dd>
          </>
        )}
      </dl>
      <Fields fields={event.fields} />
      <section className="flex flex-col gap-2">
        <h3 className="text-sm font-semibold">{t("events.deliveries")}</h3>
        <Rows label={t("events.deliveries")}>
          {event.deliveries.map((delivery) => (
            <DeliveryRow key={delivery.consumer} delivery={delivery} />
          ))}
        </Rows>
      </section>
    </div>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const { consumer, attempts, dueAt, finishedAt, error, status } = delivery;
  return (
    <Row title={consumer} actions={<Status status={status} />}>
      <p>
        {t("events.attempts", { count: attempts })}
        {dueAt && (
          <>
            {" · "}
            {t("events.again")} <Moment at={dueAt} />
          </>
        )}
        {finishedAt && (
          <>
            {" · "}
            <Moment at={finishedAt} />
          </>
        )}
      </p>
      {error === "" ? null : <Trace title={t("jobs.error")} text={error} />}
    </Row>
  );
}

function Status({ status }: { readonly status: DeliveryStatus }) {
  if (status === DeliveryStatus.PARKED) return <Tag tone="danger">{t("events.isParked")}</Tag>;
  if (status === DeliveryStatus.DONE) return <Tag tone="quiet">{t("events.done")}</Tag>;
  return <Tag>{t("events.pending")}</Tag>;
}
