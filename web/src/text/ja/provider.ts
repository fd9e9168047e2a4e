import type { providerText } from "../provider.ts";
import type { TranslationOf } from "../translations.ts";

export const provider: TranslationOf<typeof providerText, "ja"> = {
  signIn: "{name}でサインイン",

  title: "ID プロバイダー",
  description: "連携済みなら、{name}でのサインインであなたのアカウントを開けます。",
  linkedSince: "{when}に連携",
  notLinkedHint: "アカウントを連携すると、{name}でサインインできます。",
  link: "アカウントを連携",
  remove: "連携を解除",
  removeTitle: "{name}との連携を解除しますか？",
  removeHint: "そこでのサインインではアカウントを開けなくなります。",
  removed: "連携を解除しました",
};
