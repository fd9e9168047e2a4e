import type { devicesText } from "../devices.ts";
import type { TranslationOf } from "../translations.ts";

export const devices: TranslationOf<typeof devicesText, "ja"> = {
  title: "あなたのデバイス",
  description:
    "Chatter を閉じているときも、これらのブラウザーが新着をお知らせします。送られた内容を読めるのはそのブラウザーだけです。",
  none: "お知らせを受け取るデバイスはまだありません。",
  add: "このデバイスで通知する",
  denied: "このブラウザーは Chatter の通知を表示しない設定です。ブラウザーのこのページの設定で許可できます。",
  impossible:
    "Chatter を閉じているあいだ、このブラウザーは通知を表示できません。https のアドレスと、プライベートではないウィンドウが必要です。",
  unknown: "不明なデバイス",
  test: "テスト",
  testThis: "{device} をテスト",
  tested: "送信しました。まもなくそのデバイスに表示されます。",
  remove: "削除",
  removeThis: "{device} への通知をやめる",
  added: "{when}に追加",
  told: "最後の通知: {when}",
};
