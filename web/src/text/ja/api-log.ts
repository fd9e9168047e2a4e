import type { apiLogText } from "../api-log.ts";
import type { TranslationOf } from "../translations.ts";

export const apiLog: TranslationOf<typeof apiLogText, "ja"> = {
  title: "API ログ",
  lead: "プログラムが API キーで何を、誰の名前で呼び出し、結果がどうだったかです。呼び出しの内容は保存されません。",
  calls: "呼び出し",
  key: "キー",
  anyKey: "すべてのキー",
  unknownKey: "取り消されたキー",
  person: "誰の名前で",
  anybody: "すべての人",
  method: "メソッド",
  anyMethod: "すべてのメソッド",
  since: "時期",
  "since.hour": "過去1時間",
  "since.day": "過去1日",
  "since.week": "過去1週間",
  "since.all": "保存されている期間すべて",
  onlyFailures: "拒否または失敗したものだけ",
  none: "呼び出しはありません",
  noneHint: "プログラムが API キーで呼び出すと、1、2秒後にここに表示されます。",
  noneSuch: "該当する呼び出しはありません",
  noneSuchHint: "保存されているものの中に該当するものはありません。条件を減らしてください。",
  request: "リクエスト {id}",
  took: "所要時間 {time}",
  from: "{address}から",
};
