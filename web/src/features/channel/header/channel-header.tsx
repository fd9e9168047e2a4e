import { ChevronLeft, EllipsisVertical, Info, Pin, Star, Users } from "lucide-react";
import type { ReactNode } from "react";
import { type Channel, isDirect, type Membership } from "../../../store/channels/channel.ts";
import { t } from "../../../text/text.ts";
import { classNames } from "../../../ui/class-names.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import type { MenuProps } from "../../../ui/menu.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { tooltip } from "../../../ui/tooltip.ts";
import type { ChannelRights } from "../can.ts";
import { ChannelIcon } from "../channel-icon.tsx";
import { peersOf } from "../channel-title.ts";
import { TopicLine } from "./topic-line.tsx";

/** Where the header leads. */
export interface HeaderWays {
  readonly back: () => void;
  readonly showPeople: () => void;
  readonly showPins: () => void;
  readonly showDetails: () => void;
  readonly setStarred: (isStarred: boolean) => void;
  readonly setTopic: (topic: string) => Promise<unknown>;
  /** What else can be done, for the menu. */
  readonly more: MenuProps["entries"];
}

interface ChannelHeaderProps {
  readonly channel: Channel;
  readonly membership: Membership | undefined;
  readonly rights: ChannelRights;
  readonly title: string;
  readonly me: string;
  readonly ways: HeaderWays;
  /** Further buttons, such as to join a call. */
  readonly children?: ReactNode;
}

/** The name of what is on screen, what it is about, and what belongs to it. */
export function ChannelHeader({
  channel,
  membership,
  rights,
  title,
  me,
  ways,
  children,
}: ChannelHeaderProps) {
  const entry = { kind: channel.kind, peerIds: peersOf(channel, me) };
  return (
    <header className="flex h-13.5 flex-none items-center gap-1 border-b border-line ps-4 pe-2.5 pt-[env(safe-area-inset-top)] box-content max-pane:ps-1">
      <IconButton
        label={t("channel.back")}
        icon={<ChevronLeft size={22} className="rtl:-scale-x-100" />}
        onClick={ways.back}
        className="pane:hidden"
      />
      <h1 className="flex min-w-0 flex-none items-center gap-1.5 font-[650] max-pane:flex-1 pane:max-w-1/2">
        <span className="grid flex-none place-items-center text-ink2">
          <ChannelIcon entry={entry} size={17} />
        </span>
        <span className="truncate text-base">{title}</span>
      </h1>
      {membership !== undefined && <StarButton isStarred={membership.isStarred} onChange={ways.setStarred} />}
      <div className="flex min-w-0 flex-1 px-2 max-pane:hidden">
        {!isDirect(channel) && (
          <TopicLine topic={channel.topic} canEdit={rights.canPost} onSave={ways.setTopic} />
        )}
      </div>
      {children}
      {channel.kind !== "direct" && <PeopleButton count={channel.memberCount} onPress={ways.showPeople} />}
      <IconButton
        label={t("channel.pins")}
        icon={<Pin size={17} />}
        onClick={ways.showPins}
        className="max-pane:hidden"
      />
      <IconButton
        label={t("channel.details")}
        icon={<Info size={18} />}
        onClick={ways.showDetails}
        className="max-pane:hidden"
      />
      <MenuButton
        label={t("channel.more")}
        icon={<EllipsisVertical size={18} />}
        placement="bottom end"
        entries={ways.more}
      />
    </header>
  );
}

interface StarButtonProps {
  readonly isStarred: boolean;
  readonly onChange: (isStarred: boolean) => void;
}

function StarButton({ isStarred, onChange }: StarButtonProps) {
  return (
    <IconButton
      size="small"
      label={t(isStarred ? "sidebar.unstar" : "channel.star")}
      icon={<Star size={15} className={classNames(isStarred && "fill-current text-accent")} />}
      onClick={() => onChange(!isStarred)}
      className="max-pane:hidden"
    />
  );
}

function PeopleButton({ count, onPress }: { readonly count: number; readonly onPress: () => void }) {
  const label = t("channel.people", { count });
  return (
    <button
      type="button"
      aria-label={label}
      {...tooltip(label)}
      onClick={onPress}
      className="flex min-h-8 flex-none items-center gap-1.5 rounded-md px-2 text-sm text-ink2 tabular-nums hover:bg-hover hover:text-ink coarse:min-h-11"
    >
      <Users size={16} aria-hidden />
      {count}
    </button>
  );
}
