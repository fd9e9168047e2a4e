import { useLocation, useNavigate } from "@tanstack/react-router";
import { MessagesSquare } from "lucide-react";
import { useEffect } from "react";
import { home } from "../../features/auth/next.ts";
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
  return <Onward channelId={last.id} />;
}

/**
 * Leads on each time that the home is arrived at. Whoever signs in arrives twice, by the page that they leave and by
 * its guard, and the second arrival takes the place of what the first has led to.
 */
function Onward({ channelId }: { readonly channelId: string }) {
  const navigate = useNavigate();
  const arrival = useLocation({
    select: ({ pathname, state }) => (pathname === home ? state : undefined),
  });
  useEffect(() => {
    if (arrival !== undefined) void navigate({ to: "/c/$channelId", params: { channelId }, replace: true });
  }, [navigate, channelId, arrival]);
  return null;
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
