import { useNavigate, useParams } from "@tanstack/react-router";
import { Archive, ArchiveRestore, Check, Link, LogOut, Users } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FormProblem } from "../../../../forms/form.tsx";
import { isDirect } from "../../../../store/channels/channel.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { classNames } from "../../../../ui/class-names.ts";
import { useCopy } from "../../../../ui/use-copy.ts";
import { LeaveDialog } from "../../leave-dialog.tsx";
import { closeDialog, openDialog } from "../dialogs.ts";
import type { KnownChannel } from "../use-known-channel.ts";
import { useArchiving } from "./use-archiving.ts";

const icon = 17;

/** What can be done with a channel as a whole. */
export function ChannelActs({ known }: { readonly known: KnownChannel }) {
  const { channel, membership, rights } = known;
  const { id, memberCount, isArchived } = channel;
  const { copied, copy } = useCopy();
  const { isBusy, failure, setArchived } = useArchiving(known);
  return (
    <>
      <FormProblem text={failure?.text} />
      <ul className="-mx-2 flex flex-col">
        {channel.kind !== "direct" && (
          <Act icon={<Users size={icon} />} onPress={() => openDialog({ kind: "members", channelId: id })}>
            {t("people.count", { count: memberCount })}
          </Act>
        )}
        <Act
          icon={copied ? <Check size={icon} /> : <Link size={icon} />}
          onPress={() => void copy(`${window.location.origin}/c/${id}`)}
        >
          <span role="status">{t(copied ? "acts.copied" : "acts.copyLink")}</span>
        </Act>
        {rights.canManage && (
          <Act
            icon={isArchived ? <ArchiveRestore size={icon} /> : <Archive size={icon} />}
            isBusy={isBusy}
            onPress={() => setArchived(!isArchived)}
          >
            {t(isArchived ? "acts.unarchive" : "acts.archive")}
          </Act>
        )}
        {membership !== undefined && !isDirect(channel) && <LeaveAct known={known} />}
      </ul>
    </>
  );
}

function LeaveAct({ known: { channel, title } }: { readonly known: KnownChannel }) {
  const [isAsking, setAsking] = useState(false);
  const navigate = useNavigate();
  const onScreen = useParams({ strict: false }).channelId;
  const { id, kind } = channel;
  const left = () => {
    closeDialog();
    if (onScreen === id) void navigate({ to: "/" });
  };
  return (
    <>
      <Act icon={<LogOut size={icon} />} isDanger onPress={() => setAsking(true)}>
        {t("acts.leave")}
      </Act>
      <LeaveDialog
        entry={isAsking ? { id, kind, title } : undefined}
        onClose={() => setAsking(false)}
        onLeft={left}
      />
    </>
  );
}

interface ActProps {
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly isBusy?: boolean;
  readonly isDanger?: boolean;
}

function Act({ icon, onPress, children, isBusy = false, isDanger = false }: ActProps) {
  return (
    <li>
      <button
        type="button"
        aria-busy={isBusy || undefined}
        onClick={onPress}
        className={classNames(
          "flex min-h-9 w-full items-center gap-3 rounded-lg px-2 text-start font-medium hover:bg-hover aria-busy:opacity-60 coarse:min-h-11",
          isDanger && "text-mention",
        )}
      >
        <span aria-hidden className="text-current/75">
          {icon}
        </span>
        {children}
      </button>
    </li>
  );
}
