import type { noticeText } from "../notices.ts";
import type { TranslationOf } from "../translations.ts";

export const notices: TranslationOf<typeof noticeText, "ja"> = {
  thread: "#{channel} のスレッド",
  threadWith: "{author} さんとのスレッド",
  reminder: "リマインダー",
  announcement: "お知らせ",
  invited: "{author} さんがあなたをこのチャンネルに追加しました",
  said: "{author}: {text}",
  something: "新しいメッセージ",
  earlier: { other: "ほか {count} 件" },
  test: "通知は正常に届いています",
  testText: "このデバイスでは、Chatter の新着をこのようにお知らせします。",
};
