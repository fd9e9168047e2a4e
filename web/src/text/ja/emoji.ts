import type { emojiText } from "../emoji.ts";
import type { TranslationOf } from "../translations.ts";

export const emoji: TranslationOf<typeof emojiText, "ja"> = {
  search: "絵文字を検索",
  grid: "絵文字",
  nothingFound: "「{query}」に合う絵文字はありません",
  failed: "絵文字を読み込めませんでした。",
  skinTone: "肌の色",
  noTone: "なし",
  recent: "最近使ったもの",
  found: "検索結果",
  group0: "顔と感情",
  group1: "人と体",
  group3: "動物と自然",
  group4: "食べ物と飲み物",
  group5: "旅行と場所",
  group6: "アクティビティ",
  group7: "物",
  group8: "記号",
  group9: "旗",
};
