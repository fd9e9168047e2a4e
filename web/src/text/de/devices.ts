import type { devicesText } from "../devices.ts";
import type { TranslationOf } from "../translations.ts";

export const devices: TranslationOf<typeof devicesText, "de"> = {
  title: "Auf deinen Geräten",
  description:
    "Diese Browser sagen dir, was es Neues gibt, wenn Chatter dort geschlossen ist. Was sie bekommen, können nur sie lesen.",
  none: "Noch kein Gerät sagt dir, was es Neues gibt.",
  add: "Auf diesem Gerät benachrichtigen",
  denied:
    "Dieser Browser soll keine Benachrichtigungen von Chatter zeigen. In seinen Einstellungen für diese Seite kannst du sie erlauben.",
  impossible:
    "Dieser Browser kann nichts zeigen, wenn Chatter geschlossen ist: Das braucht eine Adresse mit https und kein privates Fenster.",
  unknown: "Unbekanntes Gerät",
  test: "Testen",
  testThis: "{device} testen",
  tested: "Gesendet. Die Benachrichtigung sollte jetzt auf dem Gerät erscheinen.",
  remove: "Entfernen",
  removeThis: "Auf {device} nichts mehr melden",
  added: "Hinzugefügt {when}",
  told: "Zuletzt benachrichtigt {when}",
};
