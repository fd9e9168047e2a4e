import { t } from "../../text/text.ts";

interface TabTitle {
  /** What is on screen: #launch. */
  readonly place: string | undefined;
  readonly orgName: string;
  readonly mentions: number;
  readonly isUnread: boolean;
}

/** What stands on the browser's tab: how many messages call the reader, then where they are. */
export function tabTitle({ place, orgName, mentions, isUnread }: TabTitle): string {
  const org = orgName === "" ? "Chatter" : orgName;
  const title = place === undefined ? org : t("tab.title", { place, org });
  if (mentions > 0) return t("tab.mentions", { count: mentions, title });
  return isUnread ? t("tab.unread", { title }) : title;
}
