import type { installedText } from "../installed.ts";
import type { TranslationOf } from "../translations.ts";

export const installed: TranslationOf<typeof installedText, "ja"> = {
  "version.isNew": "Chatter の新しいバージョンがあります。",
  "version.reload": "再読み込み",

  "install.title": "このデバイス",
  "install.description":
    "アイコン付きの独立したウィンドウで Chatter を使えます。ネットワークがなくても開きます。",
  "install.install": "Chatter をインストール",
};
