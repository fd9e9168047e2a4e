import { Inbox as InboxIcon, TriangleAlert } from "lucide-react";
import { type ComponentType, type KeyboardEvent, useRef } from "react";
import { failureOf } from "../../../api/failure.ts";
import type { InboxChange } from "../../../store/inbox/inbox.ts";
import { type InboxItem, type InboxState, useInbox } from "../../../store/inbox/use-inbox.ts";
import { inboxText } from "../../../text/inbox.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SkeletonMessages } from "../../../ui/skeleton.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { causesOf, type InboxFilter } from "./filters.ts";
import { InboxRow } from "./inbox-row.tsx";
import { tomorrowMorning } from "./snooze.ts";

interface InboxListProps {
  readonly state: InboxState;
  readonly filter: InboxFilter;
  /** The name of a channel or conversation. */
  readonly Place: ComponentType<{ readonly channelId: string }>;
  readonly onOpen: (item: InboxItem) => void;
}

/** What concerns one, the latest first. Arrows go from one to the next, E is done, H puts off until tomorrow. */
export function InboxList({ state, filter, Place, onOpen }: InboxListProps) {
  const list = useRef<HTMLUListElement>(null);
  const { items, failure, hasMore, isReading, readMore, change } = useInbox(state, causesOf(filter));
  if (items === undefined && failure !== undefined) {
    const retry = <Button onClick={readMore}>{inboxText("retry")}</Button>;
    return (
      <EmptyState icon={<TriangleAlert />} title={inboxText("failed")} action={retry}>
        {failure.text}
      </EmptyState>
    );
  }
  if (items === undefined) return <SkeletonMessages count={4} label={inboxText("loading")} />;
  if (items.length === 0 && !hasMore) {
    return (
      <EmptyState icon={<InboxIcon />} title={inboxText(`none.${state}`)}>
        {inboxText(`noneText.${state}`)}
      </EmptyState>
    );
  }
  const update = (item: InboxItem, wish: InboxChange) => {
    focusAfter(list.current, item.notification.id);
    change([item.notification.id], wish).catch((error: unknown) => {
      showToast({ text: failureOf(error).text, tone: "danger" });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => obeyKey(event, { list: list.current, items, state, update });
  return (
    <section aria-label={inboxText(`in.${state}`)} aria-busy={isReading} className="pt-2 pb-8">
      <ul ref={list} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <InboxRow
            key={item.notification.id}
            {...{ item, state, Place }}
            onOpen={() => {
              if (!item.isRead) update(item, { kind: "read", holds: true });
              onOpen(item);
            }}
            onChange={(wish) => update(item, wish)}
          />
        ))}
      </ul>
      {hasMore && (
        <div className="px-3 pt-2">
          <Button onClick={readMore} isBusy={isReading}>
            {inboxText("more")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface Keyed {
  readonly list: HTMLUListElement | null;
  readonly items: readonly InboxItem[];
  readonly state: InboxState;
  readonly update: (item: InboxItem, change: InboxChange) => void;
}

function obeyKey(event: KeyboardEvent, { list, items, state, update }: Keyed): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = rowsOf(list);
  const index = rows.findIndex((row) => row.contains(document.activeElement));
  const step = STEPS[event.key];
  const change = changeBy(event.key, state);
  const item = items[index];
  if (step !== undefined) rows[index + step]?.querySelector("button")?.focus();
  else if (item !== undefined && change !== undefined) update(item, change);
  else return;
  event.preventDefault();
}

function changeBy(key: string, state: InboxState): InboxChange | undefined {
  if (key === "e") return { kind: "done", holds: state !== "done" };
  return key === "h" ? { kind: "snoozed", until: tomorrowMorning(new Date()) } : undefined;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

const rowsOf = (list: HTMLUListElement | null): readonly HTMLElement[] =>
  Array.from(list?.querySelectorAll<HTMLElement>(":scope > li") ?? []);

/** Who works through the list by keys stays in it when what was in focus leaves it. */
function focusAfter(list: HTMLUListElement | null, id: string): void {
  const rows = rowsOf(list);
  const index = rows.findIndex((row) => row.dataset["notification"] === id);
  if (!rows[index]?.contains(document.activeElement)) return;
  (rows[index + 1] ?? rows[index - 1])?.querySelector("button")?.focus();
}
