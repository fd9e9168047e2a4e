import { Link } from "@tanstack/react-router";
import { Ellipsis, Pencil } from "lucide-react";
import { memo } from "react";
import { t } from "../../../text/text.ts";
import { Badge } from "../../../ui/badge.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { ContextMenu, useContextMenu } from "../../../ui/context-menu.tsx";
import { lazyMenu } from "../../../ui/lazy-menu.ts";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { type ChannelEntry, isUnread } from "../channel-entry.ts";
import { ChannelIcon } from "../channel-icon.tsx";
import type { ChannelActions } from "./channel-actions.ts";

const channelMenu = lazyMenu(async () => (await import("./channel-menu.tsx")).channelMenu);

interface ChannelRowProps {
  readonly entry: ChannelEntry;
  /** Those among which it can be moved, in their order; absent where the order is not the person's. */
  readonly siblings: readonly ChannelEntry[] | undefined;
  readonly isCurrent: boolean;
  readonly actions: ChannelActions;
}

/** A channel in the sidebar. Its menu opens from the button, the second mouse button, the menu key or a long press. */
export const ChannelRow = memo(function ChannelRow(props: ChannelRowProps) {
  const { entry, siblings, isCurrent, actions } = props;
  const { id, title, mentions } = entry;
  const menu = useContextMenu();
  const entries = () => channelMenu(entry, actions, siblings);
  return (
    <li className={classNames("group/row relative", dropLine)} {...menu.triggers}>
      <Link
        to="/c/$channelId"
        params={{ channelId: id }}
        aria-current={isCurrent ? "page" : undefined}
        data-channel={id}
        className={classNames(
          "flex min-h-7 items-center gap-2.5 rounded-[7px] px-2.5 py-(--side-row-pad) select-none coarse:min-h-11 [-webkit-touch-callout:none]",
          look(entry, isCurrent),
        )}
      >
        <span className="grid w-4 flex-none place-items-center text-ink3">
          <ChannelIcon entry={entry} />
        </span>
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {isUnread(entry) && mentions === 0 && <span className="sr-only">{t("sidebar.unread")}</span>}
        <span className="flex items-center gap-1.5 pane:group-hover/row:invisible pane:group-has-focus-visible/row:invisible">
          {/* Where it is on screen, one sees what is being written. */}
          {entry.hasDraft && !isCurrent && <DraftMark />}
          <Badge count={mentions} label={t("sidebar.mentions", { count: mentions })} />
        </span>
      </Link>
      {/* Unseen it can still be reached by Tab: what is hidden gets no focus. */}
      <span className="pointer-events-none absolute inset-y-0 end-1 flex items-center opacity-0 group-hover/row:pointer-events-auto group-hover/row:opacity-100 group-has-focus-visible/row:opacity-100 has-aria-expanded:opacity-100 max-pane:hidden">
        <MenuButton
          size="small"
          label={t("sidebar.more", { name: title })}
          icon={<Ellipsis size={16} />}
          entries={entries}
        />
      </span>
      <ContextMenu
        label={t("sidebar.more", { name: title })}
        point={menu.point}
        onClose={menu.close}
        entries={entries}
      />
    </li>
  );
});

/** Where a row that is carried would be put, as `dragRows` marks it. */
const dropLine =
  "before:absolute before:inset-x-1.5 before:z-1 before:hidden before:h-0.5 before:rounded-full before:bg-accent data-[drop=after]:before:-bottom-px data-[drop=after]:before:block data-[drop=before]:before:-top-px data-[drop=before]:before:block";

function DraftMark() {
  return (
    <>
      <Pencil size={13} aria-hidden className="text-ink3" />
      <span className="sr-only">{t("sidebar.draft")}</span>
    </>
  );
}

function look(entry: ChannelEntry, isCurrent: boolean): string {
  if (isCurrent) return classNames("bg-accent-soft text-ink", isUnread(entry) && "font-semibold");
  return isUnread(entry) ? "font-semibold text-ink hover:bg-hover" : "text-ink2 hover:bg-hover";
}
