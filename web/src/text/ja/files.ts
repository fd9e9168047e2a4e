import type { fileText } from "../files.ts";
import type { TranslationOf } from "../translations.ts";

export const files: TranslationOf<typeof fileText, "ja"> = {
  tray: "送信するファイル",
  progress: "{size} 中 {percent}",
  waiting: "待機中",
  paused: "{percent} で一時停止",
  failed: "アップロードできません：{reason}",
  pause: "{name} を一時停止",
  resume: "{name} を再開",
  retry: "{name} を再試行",
  remove: "{name} を取り除く",
  drop: "ここにファイルをドロップして送信",
  tooMany: "1 件のメッセージに添付できるのは {count} 個までです。",
  noRoom: "残りの空きは {size} です。",
  tooLarge: "ファイルは最大 {size} までです。",
  noAnswer: "接続が切れました",
  show: "{name} を表示",
  download: "{name} をダウンロード",
  gone: "このファイルはもうありません。",
  previous: "前の画像",
  next: "次の画像",
  zoomIn: "拡大",
  zoomOut: "縮小",
  position: "{index} / {count}",
};
