import { isDirect } from "../../../store/channels/channel.ts";
import type { SectionId } from "../../../store/preferences.ts";
import { currentLanguage } from "../../../text/language.ts";
import { type ChannelEntry, isUnread } from "../channel-entry.ts";

export interface Section {
  readonly id: SectionId;
  readonly isCollapsed: boolean;
  /** All that is in it, in its order. */
  readonly entries: readonly ChannelEntry[];
  /** Of a collapsed section only what is unread, and what is on screen. */
  readonly shown: readonly ChannelEntry[];
}

export interface SectionView {
  readonly collapsed: readonly SectionId[];
  /** The channel on screen. */
  readonly currentId: string | undefined;
}

/**
 * The sidebar's sections in their order: what is starred, channels by position and name, conversations with
 * the latest first. Archived channels are left out, unless somebody starred one or still has it to read.
 */
export function sectionsOf(
  entries: readonly ChannelEntry[],
  view: SectionView = { collapsed: [], currentId: undefined },
): readonly Section[] {
  const shown = entries.filter((entry) => !entry.isArchived || entry.isStarred || isUnread(entry));
  const starred = shown.filter((entry) => entry.isStarred);
  const unstarred = shown.filter((entry) => !entry.isStarred);
  const channels = unstarred.filter((entry) => !isDirect(entry));
  return [
    sectionOf("starred", starred.toSorted(byPlace), view),
    sectionOf("channels", channels.toSorted(byPlace), view),
    sectionOf("directs", unstarred.filter(isDirect).toSorted(byLatest), view),
  ];
}

function sectionOf(
  id: SectionId,
  entries: readonly ChannelEntry[],
  { collapsed, currentId }: SectionView,
): Section {
  const isCollapsed = collapsed.includes(id);
  const isShown = (entry: ChannelEntry) => isUnread(entry) || entry.id === currentId;
  return { id, isCollapsed, entries, shown: isCollapsed ? entries.filter(isShown) : entries };
}

/** Channels with a position come first, in its order; the others follow by name. */
function byPlace(a: ChannelEntry, b: ChannelEntry): number {
  const first = a.position ?? Number.POSITIVE_INFINITY;
  const second = b.position ?? Number.POSITIVE_INFINITY;
  return first === second ? byTitle(a, b) : first - second;
}

/** Ids begin with when they were made: where nothing was said yet, that decides. */
function byLatest(a: ChannelEntry, b: ChannelEntry): number {
  return b.latestAt - a.latestAt || (a.id < b.id ? 1 : -1);
}

/** Ids decide last, so that two of one name never change places. */
function byTitle(a: ChannelEntry, b: ChannelEntry): number {
  return a.title.localeCompare(b.title, currentLanguage(), { numeric: true }) || (a.id < b.id ? -1 : 1);
}

/** The entry before (-1) or after (1) the one on screen, round the ends; with `unreadOnly` the nearest unread one. */
export function neighbourOf(
  entries: readonly ChannelEntry[],
  {
    from,
    step,
    unreadOnly,
  }: { readonly from: string | undefined; readonly step: -1 | 1; readonly unreadOnly: boolean },
): ChannelEntry | undefined {
  const start = entries.findIndex(({ id }) => id === from);
  // From nowhere the first step leads to the first entry, or to the last.
  const origin = start < 0 && step < 0 ? 0 : start;
  for (let distance = 1; distance <= entries.length; distance += 1) {
    const index = (origin + step * distance + entries.length * 2) % entries.length;
    const entry = entries[index];
    if (entry !== undefined && entry.id !== from && (!unreadOnly || isUnread(entry))) return entry;
  }
  return undefined;
}
