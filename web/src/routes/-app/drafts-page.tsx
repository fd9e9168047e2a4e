import { useState } from "react";
import { DraftList } from "../../features/message/later/draft-list.tsx";
import { ScheduledMessages } from "../../features/message/later/scheduled-list.tsx";
import type { Place } from "../../store/drafts/drafts.ts";
import { laterText } from "../../text/later.ts";
import { ChannelPlace } from "./channel-place.tsx";
import { ListChoice, ListPage } from "./list-page.tsx";
import { useWays } from "./use-place.ts";

type List = "scheduled" | "drafts";

/** What one has written and not sent: planned for later, or only begun. */
export function DraftsPage() {
  const [list, choose] = useState<List>("scheduled");
  const { openChannel, openReply } = useWays();
  const open = ({ channelId, threadRootId = "" }: Place) =>
    threadRootId === "" ? openChannel(channelId) : openReply(channelId, threadRootId);
  const lists = (["scheduled", "drafts"] as const).map((id) => ({ id, title: laterText(`in.${id}`) }));
  return (
    <ListPage title={laterText("title")}>
      <ListChoice label={laterText("lists")} lists={lists} chosen={list} onChoose={choose} />
      {list === "scheduled" ? (
        <ScheduledMessages Place={ChannelPlace} />
      ) : (
        <DraftList Place={ChannelPlace} onOpen={open} />
      )}
    </ListPage>
  );
}
