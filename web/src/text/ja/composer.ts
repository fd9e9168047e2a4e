import type { composerText } from "../composer.ts";
import type { TranslationOf } from "../translations.ts";

export const composer: TranslationOf<typeof composerText, "ja"> = {
  send: "送信",
  attach: "ファイルを添付",
  format: "書式",
  emoji: "絵文字",
  mention: "誰かをメンション",
  bold: "太字",
  italic: "斜体",
  strike: "取り消し線",
  code: "コード",
  codeBlock: "コードブロック",
  link: "リンク",
  quote: "引用",
  bulletList: "箇条書き",
  numberedList: "番号付きリスト",
  suggestionList: "候補",
  suggestions: { other: "{count}件の候補" },
  tooLong: { other: "{count}文字超過" },
  everyoneChannel: "このチャンネルの全員",
  everyoneHere: "このチャンネルでオンラインの全員",
  groupOf: { other: "{count}人" },
  notInChannel: "このチャンネルにいません",
};
