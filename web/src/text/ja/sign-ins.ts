import type { signInText } from "../sign-ins.ts";
import type { TranslationOf } from "../translations.ts";

export const signIns: TranslationOf<typeof signInText, "ja"> = {
  title: "最近のサインイン",
  description:
    "失敗したものも含みます。見覚えのないものは他人かもしれません。その場合はパスワードを変更してください。",
  "all.title": "サインイン",
  "all.lead": "誰が、何を使って、どこからサインインしたか、または試みたか。半年間保存されます。",
  none: "まだありません",
  noneHint: "サインインはここに表示されます。",
  new: "新しいデバイス",
  unknownDevice: "不明なデバイス",

  "result.in": "サインインしました",
  "result.wrongPassword": "パスワードが違います",
  "result.wrongCode": "コードが違います",
  "result.copiedPasskey": "コピーされたパスキー",
  "result.deactivated": "アカウントが無効です",
  "result.unknown": "失敗しました",

  "method.password": "パスワード",
  "method.passkey": "パスキー",
  "method.totp": "パスワードとコード",
  "method.recoveryCode": "パスワードと復旧コード",
  "method.provider": "ID プロバイダー",
  "method.providerAndFactor": "ID プロバイダーと2段階目",
  "method.unknown": "別の方法",

  endOthers: "他をすべてサインアウト",
  endedOthers: "他のすべての場所からサインアウトしました",
};
