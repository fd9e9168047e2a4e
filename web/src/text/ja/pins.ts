import type { pinsText } from "../pins.ts";
import type { TranslationOf } from "../translations.ts";

export const pins: TranslationOf<typeof pinsText, "ja"> = {
  title: "ピン留めされたメッセージ",
  none: "まだ何もピン留めされていません",
  noneText:
    "みんながまた見つけられるようにするには、メッセージの「その他の操作」から「チャンネルにピン留め」を選びます。",
  open: "チャンネルで表示",
};
