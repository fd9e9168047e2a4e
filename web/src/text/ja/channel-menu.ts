import type { channelMenuText } from "../channel-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const channelMenu: TranslationOf<typeof channelMenuText, "ja"> = {
  markRead: "既読にする",
  moveUp: "上へ移動",
  moveDown: "下へ移動",
  copyLink: "リンクをコピー",
  leave: "チャンネルを退出…",
  leaveTitle: "{place}を退出しますか？",
  leaveText: "いつでもまた参加できます。",
  leaveTextPrivate: "もう一度見るには、チャンネルの誰かに追加してもらう必要があります。",
  leaveConfirm: "退出",
  "level.default": "環境設定に従う",
  "level.everything": "すべてのメッセージ",
  "level.mentions": "メンションのみ",
  "level.nothing": "なし",
};
