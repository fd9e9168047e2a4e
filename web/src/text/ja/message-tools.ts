import type { toolText } from "../message-tools.ts";
import type { TranslationOf } from "../translations.ts";

export const messageTools: TranslationOf<typeof toolText, "ja"> = {
  versions: "編集履歴",
  reactWith: "{emoji}でリアクション",
  reply: "スレッドで返信",
  more: "その他の操作",
  actions: "このメッセージへの操作",
  edit: "メッセージを編集",
  remove: "メッセージを削除…",
  forward: "転送…",
  move: "スレッドへ移動…",
  pin: "チャンネルにピン留め",
  unpin: "ピンを外す",
  copyLink: "リンクをコピー",
  copyText: "テキストをコピー",
  markUnread: "ここから未読にする",
  removeTitle: "このメッセージを削除しますか？",
  removeText: "すぐに全員から消え、誰にも元に戻せません。",
  removeConfirm: "削除",
  saveEdit: "保存",
  editing: "メッセージを編集",
};
