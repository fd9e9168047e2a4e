import type { noticeText } from "../notices.ts";
import type { TranslationOf } from "../translations.ts";

export const notices: TranslationOf<typeof noticeText, "de"> = {
  thread: "Thread in #{channel}",
  threadWith: "Thread mit {author}",
  reminder: "Erinnerung",
  announcement: "Ankündigung",
  invited: "{author} hat dich in diesen Kanal geholt",
  said: "{author}: {text}",
  something: "Neue Nachricht",
  earlier: { one: "{count} frühere", other: "{count} frühere" },
  test: "Benachrichtigungen funktionieren",
  testText: "So sagt dir Chatter auf diesem Gerät, was es Neues gibt.",
};
