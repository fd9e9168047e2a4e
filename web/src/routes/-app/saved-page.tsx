import { useState } from "react";
import { SavedList } from "../../features/message/saved/saved-list.tsx";
import type { SavedState } from "../../store/saved/saved.ts";
import { savedText } from "../../text/saved.ts";
import { ChannelPlace } from "./channel-place.tsx";
import { ListChoice, ListPage } from "./list-page.tsx";
import { useOpenMessage } from "./use-open-message.ts";

/** What one keeps for later. */
export function SavedPage() {
  const [state, choose] = useState<SavedState>("saved");
  const open = useOpenMessage();
  const lists = (["saved", "done"] as const).map((id) => ({ id, title: savedText(`in.${id}`) }));
  return (
    <ListPage title={savedText("title")}>
      <ListChoice label={savedText("lists")} lists={lists} chosen={state} onChoose={choose} />
      <SavedList state={state} Place={ChannelPlace} onOpen={open} />
    </ListPage>
  );
}
