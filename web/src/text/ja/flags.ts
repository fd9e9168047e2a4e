import type { flagsText } from "../flags.ts";
import type { TranslationOf } from "../translations.ts";

export const flags: TranslationOf<typeof flagsText, "ja"> = {
  title: "機能フラグ",
  lead: "一部の人とそれ以外の人で Chatter の動作を変えるものです。まず少人数で試したり、停止したりできます。",
  share: "対象の割合",
  nobody: "誰にも適用しない",
  everybody: "全員に適用",
  some: "{share}の人に適用",
  on: "常に適用する人",
  off: "適用しない人",
  remove: "{name}さんを外す",
  saved: "保存しました。まもなくすべてのサーバーに反映されます。",
  history: "最近の決定",
  historyHint: "フラグごとに最新の 10 件を表示します。すべて保存されています。",
  none: "まだ誰も決定していません。このバージョンの初期値のままです。",
  named: { other: "名前で指定した人：{count}人" },
  insideWords: "単語の内部も検索",
  insideWordsHint:
    "見つかったメッセージが少ないとき、単語の内部も検索します。より多く見つかりますが、データベースの負荷が増えます。",
};
