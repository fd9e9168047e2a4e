import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { useRef } from "react";
import type { Channel } from "../../../../store/channels/channel.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Button } from "../../../../ui/button.tsx";
import { ChannelIcon } from "../../channel-icon.tsx";
import { closeDialog } from "../dialogs.ts";

interface ChannelLineProps {
  readonly channel: Channel;
  readonly isMine: boolean;
  readonly isBusy: boolean;
  readonly onJoin: () => void;
}

/** A channel to look into, and to join. */
export function ChannelLine({ channel, isMine, isBusy, onJoin }: ChannelLineProps) {
  const { id, kind, name, topic, memberCount, isArchived } = channel;
  const row = useRef<HTMLAnchorElement>(null);
  const join = () => {
    // The button goes away when it has done its work, and the focus must not go with it.
    row.current?.focus();
    onJoin();
  };
  const facts = [isArchived && t("browse.archived"), t("people.count", { count: memberCount }), topic];
  return (
    <li className="relative flex min-h-14 items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-hover has-[a:focus-visible]:bg-hover">
      <span className="grid w-6 flex-none place-items-center text-ink3">
        <ChannelIcon entry={{ kind, peerIds: [] }} size={17} />
      </span>
      <span className="min-w-0 flex-1">
        <Link
          ref={row}
          to="/c/$channelId"
          params={{ channelId: id }}
          onClick={closeDialog}
          className="block truncate font-medium outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {name}
        </Link>
        <span className="block truncate text-[13px] text-ink2">
          {isMine && <JoinedMark />}
          {facts.filter(Boolean).join(" · ")}
        </span>
      </span>
      {!isMine && !isArchived && (
        <Button
          size="small"
          aria-label={t("browse.joinNamed", { name })}
          isBusy={isBusy}
          onClick={join}
          className="relative coarse:min-h-11"
        >
          {t("browse.join")}
        </Button>
      )}
    </li>
  );
}

function JoinedMark() {
  return (
    <>
      <span className="font-semibold text-accent">
        <Check size={13} aria-hidden className="me-0.5 inline align-[-2px]" />
        {t("browse.joined")}
      </span>
      {" · "}
    </>
  );
}
