import type { threadText } from "../thread.ts";
import type { TranslationOf } from "../translations.ts";

export const thread: TranslationOf<typeof threadText, "ja"> = {
  close: "スレッドを閉じる",
  messages: "スレッドのメッセージ",
  loading: "スレッドを読み込み中",
  gone: "このスレッドはもうありません",
  goneText: "最初のメッセージが削除されたか、見ることができません。",
  reply: "返信…",
  send: "返信",
  alsoInChannel: "{place}にも送信",
};
