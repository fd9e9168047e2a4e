import type { ParkedEvent } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { Moment } from "../../../settings/moment.tsx";
import { Row } from "../../../settings/rows.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { Trace } from "../trace.tsx";
import { eventName } from "./event-name.ts";
import { useRetry } from "./use-retry.ts";

interface ParkedRowProps {
  readonly event: ParkedEvent;
  readonly onShow: () => void;
}

export function ParkedRow({ event: { eventId, type, delivery }, onShow }: ParkedRowProps) {
  const { isBusy, retry } = useRetry();
  if (delivery === undefined) return null;
  const { consumer, attempts, finishedAt, error } = delivery;
  const name = { event: eventName(type), consumer };
  return (
    <Row
      title={name.event}
      actions={
        <span className="flex flex-col items-stretch gap-1.5 pane:flex-row">
          <SmallButton aria-label={t("events.detailsOf", name)} onClick={onShow}>
            {t("events.details")}
          </SmallButton>
          <SmallButton
            isBusy={isBusy}
            aria-label={t("events.retryThis", name)}
            onClick={() => retry({ eventId, consumer })}
          >
            {t("events.retry")}
          </SmallButton>
        </span>
      }
    >
      <p className="break-words">
        {t("events.for", { consumer })} · {t("events.attempts", { count: attempts })} ·{" "}
        <Moment at={finishedAt} />
      </p>
      {error === "" ? null : <Trace title={t("jobs.error")} text={error} />}
    </Row>
  );
}
