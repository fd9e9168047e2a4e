import type { moveText } from "../move.ts";
import type { TranslationOf } from "../translations.ts";

export const move: TranslationOf<typeof moveText, "ja"> = {
  title: "スレッドへ移動",
  to: "移動先のスレッド",
  along: "一緒に移動",
  none: "移動先にできる、これより前のメッセージがありません。",
  move: { other: "{count} 件を移動" },
};
