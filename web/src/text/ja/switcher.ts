import type { switcherText } from "../switcher.ts";
import type { TranslationOf } from "../translations.ts";

export const switcher: TranslationOf<typeof switcherText, "ja"> = {
  title: "移動先…",
  placeholder: "チャンネル、メンバー、操作…",
  found: "検索結果",
  searchFor: "「{query}」をメッセージから検索",
  toMove: "移動",
  toOpen: "開く",
  toClose: "閉じる",
  action: "操作",
  person: "メンバー",
  archived: "アーカイブ済み",
  results: { other: "{count}件の結果" },
  light: "ライトテーマに切り替え",
  dark: "ダークテーマに切り替え",
};
