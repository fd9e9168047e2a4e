import type { devicesText } from "../devices.ts";
import type { TranslationOf } from "../translations.ts";

export const devices: TranslationOf<typeof devicesText, "fr"> = {
  title: "Sur tes appareils",
  description:
    "Ces navigateurs te signalent les nouveautés quand Chatter y est fermé. Eux seuls peuvent lire ce qu’ils reçoivent.",
  none: "Aucun appareil ne te signale encore de nouveautés.",
  add: "Me prévenir sur cet appareil",
  denied:
    "Ce navigateur ne doit pas afficher les notifications de Chatter. Tu peux les autoriser dans ses réglages pour cette page.",
  impossible:
    "Ce navigateur ne peut rien afficher quand Chatter est fermé : il faut une adresse en https et pas de fenêtre privée.",
  unknown: "Appareil inconnu",
  test: "Tester",
  testThis: "Tester {device}",
  tested: "Envoyée. Elle devrait apparaître maintenant sur cet appareil.",
  remove: "Retirer",
  removeThis: "Ne plus rien signaler sur {device}",
  added: "Ajouté {when}",
  told: "Dernier signalement {when}",
};
