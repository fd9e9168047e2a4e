import { Download, FileArchive } from "lucide-react";
import { type Export, ExportScope, ExportState } from "../../../../../gen/chatter/user/v1/export_pb.js";
import { Row, Tag } from "../../../settings/rows.tsx";
import { dateOf, dayOf, fromNow } from "../../../settings/when.ts";
import { useUser } from "../../../store/hooks.ts";
import { keepingText as t } from "../../../text/keeping.ts";
import { EndExport } from "./end-export.tsx";
import { sizeOf } from "./size.ts";

const stateTexts = {
  [ExportState.UNSPECIFIED]: "export.failed",
  [ExportState.RUNNING]: "export.running",
  [ExportState.READY]: "export.ready",
  [ExportState.CANCELED]: "export.canceled",
  [ExportState.FAILED]: "export.failed",
  [ExportState.EXPIRED]: "export.expired",
} as const;

export function ExportRow({ one }: { readonly one: Export }) {
  const who = useUser(one.askedBy)?.name;
  const asked = dateOf(one.askedAt);
  const when = asked === undefined ? "" : fromNow(asked);
  const scope = one.scope === ExportScope.EVERYTHING ? "export.everything" : "export.public";
  return (
    <Row
      icon={<FileArchive size={20} aria-hidden />}
      title={
        <>
          {t(scope)}
          <Tag>{t(stateTexts[one.state])}</Tag>
        </>
      }
    >
      <p>
        {who === undefined ? t("export.asked", { when }) : t("export.askedBy", { who, when })}
        <Outcome one={one} />
      </p>
      {one.state === ExportState.RUNNING && <Progress one={one} />}
      <Actions one={one} day={asked === undefined ? "" : dayOf(asked)} />
    </Row>
  );
}

function Outcome({ one }: { readonly one: Export }) {
  const { state, messages, bytes, expiresAt, downloads } = one;
  if (state !== ExportState.READY && state !== ExportState.EXPIRED) return null;
  const until = dateOf(expiresAt);
  const parts = [
    t("export.size", { messages: Number(messages), size: sizeOf(Number(bytes)) }),
    ...(until === undefined ? [] : [t("export.until", { day: dayOf(until) })]),
    ...(downloads === 0 ? [] : [t("export.downloads", { count: downloads })]),
  ];
  return ` · ${parts.join(" · ")}`;
}

function Progress({ one }: { readonly one: Export }) {
  const { channelsDone, channels, messages } = one;
  const [done, all] = [Number(channelsDone), Number(channels)];
  return (
    <div className="mt-2 flex max-w-96 flex-col gap-1">
      <progress
        aria-label={t("export.bar")}
        value={done}
        max={Math.max(1, all)}
        className="h-1.5 w-full overflow-hidden rounded-full accent-(--accent)"
      />
      <p>{t("export.progress", { done, all, messages: Number(messages) })}</p>
    </div>
  );
}

function Actions({ one, day }: { readonly one: Export; readonly day: string }) {
  return (
    <div className="mt-2 flex items-center gap-2 empty:hidden">
      {one.downloadPath !== "" && (
        <a
          href={one.downloadPath}
          download
          aria-label={t("export.downloadThis", { day })}
          className="inline-flex min-h-7 items-center gap-2 rounded-lg border border-line bg-raised px-2.5 text-[13px] font-semibold whitespace-nowrap transition hover:bg-panel coarse:min-h-11"
        >
          <Download size={16} aria-hidden />
          {t("export.download")}
        </a>
      )}
      <EndExport one={one} />
    </div>
  );
}
