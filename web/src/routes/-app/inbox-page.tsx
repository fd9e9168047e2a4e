import { useState } from "react";
import { type InboxFilter, inboxFilters } from "../../features/notification/inbox/filters.ts";
import { InboxList } from "../../features/notification/inbox/inbox-list.tsx";
import type { InboxItem, InboxState } from "../../store/inbox/use-inbox.ts";
import { inboxText } from "../../text/inbox.ts";
import { ChannelPlace } from "./channel-place.tsx";
import { ListChoice, ListPage } from "./list-page.tsx";
import { useOpenMessage } from "./use-open-message.ts";
import { useWays } from "./use-place.ts";

/** What concerns one: mentions, replies, reactions, invitations, reminders. */
export function InboxPage() {
  const [state, choose] = useState<InboxState>("open");
  const [filter, narrow] = useState<InboxFilter>("all");
  const openMessage = useOpenMessage();
  const { openChannel } = useWays();
  const open = ({ notification }: InboxItem) => {
    const { channelId, messageId: id, threadRootId, inChannel: alsoInChannel } = notification;
    if (id !== "") openMessage({ id, channelId, threadRootId: threadRootId || undefined, alsoInChannel });
    else if (channelId !== "") openChannel(channelId);
  };
  const lists = (["open", "snoozed", "done"] as const).map((id) => ({ id, title: inboxText(`in.${id}`) }));
  const filters = inboxFilters.map((id) => ({ id, title: inboxText(`filter.${id}`) }));
  return (
    <ListPage title={inboxText("title")}>
      <ListChoice label={inboxText("lists")} lists={lists} chosen={state} onChoose={choose} />
      <ListChoice label={inboxText("filters")} lists={filters} chosen={filter} onChoose={narrow} />
      <InboxList state={state} filter={filter} Place={ChannelPlace} onOpen={open} />
    </ListPage>
  );
}
