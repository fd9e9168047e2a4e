import { Navigate } from "@tanstack/react-router";
import { MessagesSquare } from "lucide-react";
import type { ChannelEntry } from "../../features/channel/channel-entry.ts";
import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import { sectionsOf } from "../../features/channel/sidebar/sections.ts";
import { visitedChannels } from "../../features/channel/switcher/visits.ts";
import { useChannelEntries } from "../../features/channel/use-channel-entries.ts";
import { t } from "../../text/text.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { onePane, useMediaQuery } from "../../ui/media-query.ts";

/** Leads to where one was the last time. On a phone the list of channels itself is the home. */
export function HomePage() {
  const isPhone = useMediaQuery(onePane);
  const entries = useChannelEntries();
  if (isPhone || entries === undefined) return null;
  const last = lastVisited(entries);
  if (last === undefined) return <NoChannels />;
  return <Navigate to="/c/$channelId" params={{ channelId: last.id }} replace />;
}

function lastVisited(entries: readonly ChannelEntry[]): ChannelEntry | undefined {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const visited = visitedChannels().find((id) => byId.has(id)) ?? "";
  return byId.get(visited) ?? sectionsOf(entries).flatMap((section) => section.entries)[0];
}

function NoChannels() {
  return (
    <EmptyState
      icon={<MessagesSquare />}
      title={t("channel.nothing")}
      action={
        <Button tone="primary" onClick={() => openDialog({ kind: "browse-channels" })}>
          {t("sidebar.browse")}
        </Button>
      }
    >
      {t("channel.nothingText")}
    </EmptyState>
  );
}
