import type { bookmarkText } from "../bookmark.ts";
import type { TranslationOf } from "../translations.ts";

export const bookmark: TranslationOf<typeof bookmarkText, "ja"> = {
  title: "ブックマーク",
  in: "{place} のブックマーク",
  bar: "ブックマーク一覧",
  add: "ブックマークを追加",
  edit: "ブックマークを編集",
  earlier: "前へ移動",
  later: "後ろへ移動",
  remove: "ブックマークを削除",
  more: "{title} の操作",
  save: "保存",
  url: "アドレス",
  urlHint: "ページ、またはメッセージのリンク。",
  urlWrong: "http:// または https:// で始まるアドレスを入力してください。",
  name: "タイトル",
  titleMissing: "タイトルを入力してください。",
  emoji: "絵文字",
  "groups.title": "グループに公開",
  "groups.hint": "これらのグループの人は、自分でチャンネルを見つけ、読み、参加できます。",
  "groups.loses": "外したグループだけで参加していた人は、チャンネルから外れます。",
};
