import type { savedText } from "../saved.ts";
import type { TranslationOf } from "../translations.ts";

export const saved: TranslationOf<typeof savedText, "ja"> = {
  title: "保存済み",
  save: "後で見るために保存",
  unsave: "保存から外す",
  saved: "保存しました",
  lists: "表示する保存済みメッセージ",
  "in.saved": "進行中",
  "in.done": "完了",
  done: "完了にする",
  again: "進行中に戻す",
  remove: "保存から外す",
  savedAt: "{when}に保存",
  loading: "保存したものを読み込み中",
  failed: "保存したものを読み込めませんでした",
  retry: "再試行",
  more: "もっと表示",
  "none.saved": "待っているものはありません",
  "none.done": "完了したものはまだありません",
  "noneText.saved":
    "メッセージにポインターを合わせて「後で見るために保存」を選ぶか、S を押します。保存したものは自分にだけ見えます。",
  "noneText.done": "完了にしたものはここに入ります。",
  deleted: "このメッセージは削除されました。",
};
