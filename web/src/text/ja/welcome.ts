import type { TranslationOf } from "../translations.ts";
import type { welcomeText } from "../welcome.ts";

export const welcome: TranslationOf<typeof welcomeText, "ja"> = {
  title: "{org}へようこそ",
  text: "ここはみんなが集まる場所です。まずはこれから:",
  invite: "メンバーを招待",
  inviteText: "1週間有効なリンクで",
  picture: "画像を設定",
  pictureText: "書いているのが誰かわかるように",
  switcher: "{keys}を試す",
  search: "検索を試す",
  switcherText: "すべてのチャンネルとメンバーに行けます",
  dismiss: "了解",
};
