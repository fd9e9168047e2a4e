import { FileText, Pause, Play, RotateCw, X } from "lucide-react";
import { useStore } from "zustand";
import { sizeText } from "../settings/amounts.ts";
import { useClient, useWorkspace } from "../store/client-context.tsx";
import { fileText as t } from "../text/files.ts";
import { currentLanguage } from "../text/language.ts";
import { classNames } from "../ui/class-names.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { DropZone } from "./drop-zone.tsx";
import { emptyTray, type TrayFile, traysOf } from "./tray.ts";
import { type Uploads, uploadsOf } from "./uploads.ts";

export interface FileTrayProps {
  /** Where its files will be sent. */
  readonly place: string;
}

/** What is about to be sent, above what is written; takes what is dropped onto the conversation. */
export function FileTray({ place }: FileTrayProps) {
  const workspace = useWorkspace();
  const { transport } = useClient();
  const uploads = uploadsOf(workspace, transport);
  const files = useStore(traysOf(workspace), (all) => all.get(place) ?? emptyTray);
  return (
    <>
      <DropZone onFiles={(dropped) => void uploads.add(place, dropped)} />
      {files.length > 0 && (
        <ul aria-label={t("tray")} className="flex max-h-44 flex-wrap gap-2 overflow-y-auto p-2.5 pb-0">
          {files.map((file) => (
            <TrayEntry key={file.key} file={file} place={place} uploads={uploads} />
          ))}
        </ul>
      )}
    </>
  );
}

interface TrayEntryProps extends FileTrayProps {
  readonly file: TrayFile;
  readonly uploads: Uploads;
}

function TrayEntry({ file, place, uploads }: TrayEntryProps) {
  const { key, name, state } = file;
  const go = () => uploads.resume(place, key);
  return (
    <li className="relative flex w-64 max-w-full items-center gap-2.5 overflow-hidden rounded-lg border border-line bg-panel p-2">
      <Look file={file} />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-[13px] font-medium">
          {name}
        </p>
        <p
          role={state === "failed" ? "alert" : undefined}
          className={classNames("truncate text-[12px]", state === "failed" ? "text-danger" : "text-ink3")}
        >
          {saidOf(file)}
        </p>
      </div>
      <div className="flex">
        {state === "uploading" && (
          <IconButton
            size="small"
            label={t("pause", { name })}
            icon={<Pause size={15} />}
            onClick={() => uploads.pause(place, key)}
          />
        )}
        {state === "paused" && (
          <IconButton size="small" label={t("resume", { name })} icon={<Play size={15} />} onClick={go} />
        )}
        {state === "failed" && file.isPassing === true && (
          <IconButton size="small" label={t("retry", { name })} icon={<RotateCw size={15} />} onClick={go} />
        )}
        <IconButton
          size="small"
          label={t("remove", { name })}
          icon={<X size={15} />}
          onClick={() => uploads.remove(place, key)}
        />
      </div>
      <Progress file={file} />
    </li>
  );
}

function Look({ file: { attachment } }: { readonly file: TrayFile }) {
  if (attachment?.picture === undefined) {
    return <FileText size={20} aria-hidden className="mx-1.5 flex-none text-ink3" />;
  }
  return (
    <img
      src={`/files/${attachment.fileId}/small`}
      alt=""
      className="size-9 flex-none rounded-md object-cover"
    />
  );
}

function Progress({ file: { name, sent, bytes, state } }: { readonly file: TrayFile }) {
  if (state === "done" || state === "failed") return null;
  const percent = bytes === 0 ? 100 : Math.round((sent / bytes) * 100);
  return (
    <div
      role="progressbar"
      aria-label={name}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="absolute inset-x-0 bottom-0 h-0.75 bg-hover"
    >
      <div className="h-full bg-accent transition-[width]" style={{ width: `${percent}%` }} />
    </div>
  );
}

const sizeOf = (bytes: number): string => sizeText(BigInt(bytes));

const percentOf = (sent: number, bytes: number): string =>
  (bytes === 0 ? 1 : sent / bytes).toLocaleString(currentLanguage(), { style: "percent" });

function saidOf({ state, sent, bytes, reason = "" }: TrayFile): string {
  switch (state) {
    case "waiting":
      return t("waiting");
    case "uploading":
      return t("progress", { percent: percentOf(sent, bytes), size: sizeOf(bytes) });
    case "paused":
      return t("paused", { percent: percentOf(sent, bytes) });
    case "failed":
      return t("failed", { reason });
    case "done":
      return sizeOf(bytes);
  }
}
