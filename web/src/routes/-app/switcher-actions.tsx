import { Compass, Keyboard, Moon, Plus, Settings, Sun, UserPlus, Users } from "lucide-react";
import type { ReactNode } from "react";
import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import type { SwitcherChoice } from "../../features/channel/switcher/switcher.tsx";
import { accountMenuText } from "../../text/account-menu.ts";
import { switcherText } from "../../text/switcher.ts";
import { t } from "../../text/text.ts";
import { setAppearance } from "../../ui/appearance.ts";
import { openLayer } from "./layers.ts";

const icon = 17;
/** Below every place: what is not asked for by name does not stand in the way. */
const weight = -60;

/** What can be done from the switcher. */
export function actionChoices(openPath: (path: string) => void): readonly SwitcherChoice[] {
  const action = (title: string, picture: ReactNode, run: () => void): SwitcherChoice => ({
    id: title,
    title,
    detail: switcherText("action"),
    weight,
    icon: picture,
    run,
  });
  return [
    action(t("sidebar.create"), <Plus size={icon} />, () => openDialog({ kind: "create-channel" })),
    action(t("sidebar.browse"), <Compass size={icon} />, () => openDialog({ kind: "browse-channels" })),
    action(accountMenuText("people"), <Users size={icon} />, () => openLayer({ kind: "people" })),
    action(accountMenuText("invite"), <UserPlus size={icon} />, () => openDialog({ kind: "invite" })),
    action(accountMenuText("preferences"), <Settings size={icon} />, () => openPath("/settings/preferences")),
    action(accountMenuText("shortcuts"), <Keyboard size={icon} />, () => openDialog({ kind: "shortcuts" })),
    action(switcherText("light"), <Sun size={icon} />, () => setAppearance({ theme: "light" })),
    action(switcherText("dark"), <Moon size={icon} />, () => setAppearance({ theme: "dark" })),
  ];
}
