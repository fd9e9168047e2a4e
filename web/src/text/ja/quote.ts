import type { quoteText } from "../quote.ts";
import type { TranslationOf } from "../translations.ts";

export const quote: TranslationOf<typeof quoteText, "ja"> = {
  forwarded: "転送されたメッセージ",
  deleted: "元のメッセージは削除されました。",
  show: "メッセージを表示",
  direct: "ダイレクトの会話",
  elsewhere: "開けない場所",
  title: "メッセージを転送",
  to: "転送先",
  toHint: "チャンネルまたは人",
  places: "チャンネルと人",
  otherTarget: "別の場所を選ぶ",
  comment: "コメント",
  asLink: "リンクのみ",
  asLinkOn: "元のメッセージを読める人だけが内容を見られます。",
  asLinkOff: "転送先の全員に、投稿者と元の場所が付いた写しが見えます。",
  send: "転送",
  sent: "{place} に転送しました",
  open: "開く",
};
