import type { entryText } from "../entry.ts";
import type { TranslationOf } from "../translations.ts";

export const entry: TranslationOf<typeof entryText, "ja"> = {
  "setup.title": "Chatter をセットアップ",
  "setup.lead": "まだ誰もいません。組織に名前を付けると、あなたがオーナーになります。",
  "setup.orgName": "組織",
  "setup.orgExample": "ノースウィンド",
  "setup.submit": "組織を作成",

  "login.title": "{org}にサインイン",
  "login.titlePlain": "サインイン",
  "login.submit": "サインイン",
  "login.forgotten": "パスワードをお忘れですか？",
  "login.newHere": "初めてですか？",
  "login.register": "アカウントを作成",
  "login.invitationOnly": "参加するには、すでにいる人に招待リンクを頼んでください。",

  "withdrawn.title": "登録を完了できませんでした",
  "withdrawn.again": "登録の内容は何も残っていません。もう一度登録してください。使った招待もまた使えます。",

  "register.title": "{org}に参加",
  "register.lead": "アカウントを作成して、みんなと話しましょう。",
  "register.submit": "アカウントを作成",
  "register.haveAccount": "アカウントをお持ちですか？",
  "register.closed": "ここでは招待なしで登録できません",
  "register.closedHint": "すでにいる人に招待リンクを頼んでください。",
  "register.sent": "メールを確認してください",
  "register.sentHint": "{email}にリンクを送りました。1日以内に開くと、アカウントができます。",

  "join.title": "{org}に参加",
  "join.lead": "招待されています。アカウントを作成すれば参加できます。",
  "join.leadGuest": "ゲストとして招待されています。追加されたチャンネルが表示されます。",
  "join.submit": "{org}に参加",
  "join.invalid": "この招待は使えません",
  "join.invalidHint": "期限切れか、取り消されたか、使い切られています。新しいリンクを頼んでください。",
  "join.alreadyIn": "すでに参加しています",
  "join.alreadyInHint":
    "{org}に{email}としてサインインしています。別の人がここで参加するには、先にサインアウトしてください。",
  "join.signedInAs": "{email}としてサインインしています。",
  "join.signOut": "サインアウト",
  "join.continue": "Chatter に進む",

  "reset.title": "パスワードをお忘れの場合",
  "reset.lead": "メールアドレスを入力すると、新しいパスワードを選ぶためのリンクを送ります。",
  "reset.submit": "リンクを送信",
  "reset.leadNoMail":
    "このサーバーはメールを送信しません。新しいパスワードへのリンクはサーバーのメールフォルダーに保存され、運用者があなたに渡します。",
  "reset.submitNoMail": "リンクを作成",
  "reset.written": "リンクを頼んでください",
  "reset.writtenHint":
    "{email}のアカウントがあれば、リンクはサーバーのメールフォルダーにあります。運用者に頼んでください。1時間有効です。",
  "reset.back": "サインインに戻る",
  "reset.sent": "メールを確認してください",
  "reset.sentHint": "{email}のアカウントがあれば、リンクを送りました。1時間有効です。",
  "reset.choose": "新しいパスワードを選ぶ",
  "reset.chooseLead": "その後、他のすべての場所からサインアウトされます。",
  "reset.save": "パスワードを保存",
  "reset.saved": "パスワードを変更しました",
  "reset.savedHint": "新しいパスワードでサインインできます。",
  "reset.invalid": "このリンクは使えません",
  "reset.invalidHint": "1回だけ、1時間有効です。新しいリンクを頼んでください。",
  "reset.again": "新しいリンクを頼む",

  "verify.done": "メールアドレスを確認しました",
  "verify.doneHint": "ありがとうございます。これで完了です。",
  "verify.doneHintSignIn": "ありがとうございます。サインインできます。",
  "verify.invalid": "このリンクは使えません",
  "verify.invalidHint": "1回だけ、1日有効です。設定から新しいリンクを頼めます。",
  "verify.invalidHintSignIn":
    "1回だけ、1日有効です。すでに使った場合はサインインしてください。そうでなければ、もう一度アカウントを作成してください。",

  "entry.name": "お名前",
  "entry.email": "メール",
  "entry.emailFixed": "この招待はこのアドレス宛てです。",
  "entry.password": "パスワード",
  "entry.newPassword": "新しいパスワード",
  "entry.nameMissing": "名前を入力してください。",
  "entry.emailMissing": "メールアドレスを入力してください。",
  "entry.passwordMissing": "パスワードを入力してください。",
  "entry.toLogin": "サインイン",
  "entry.continue": "続ける",
  "entry.failed": "うまくいきませんでした",
};
