import { useEffect } from "react";
import { useDoNotDisturb, useUnreadTotal } from "../../store/hooks.ts";
import { showFavicon } from "./favicon.ts";
import { tabTitle } from "./tab-title.ts";

/** Keeps the title and the icon of the browser's tab; they call nobody who wants to be left alone. */
export function useTab({
  place,
  orgName,
}: {
  readonly place: string | undefined;
  readonly orgName: string;
}): void {
  const total = useUnreadTotal();
  const [{ isOn: isQuiet }] = useDoNotDisturb();
  const mentions = isQuiet ? 0 : total.mentions;
  const isUnread = !isQuiet && total.isUnread;
  useEffect(() => {
    document.title = tabTitle({ place, orgName, mentions, isUnread });
  }, [place, orgName, mentions, isUnread]);
  useEffect(() => {
    // A picture that cannot be drawn is not worth a word: the title tells the same.
    showFavicon(mentions > 0 ? "mention" : isUnread ? "unread" : "none").catch(() => undefined);
  }, [mentions, isUnread]);
}
