import { Compass, Keyboard, Moon, Plus, Settings, Sun, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import type { SwitcherChoice } from "../../features/channel/switcher/switcher.tsx";
import { switcherText } from "../../text/switcher.ts";
import { type PlainTextKey, t } from "../../text/text.ts";
import { setAppearance } from "../../ui/appearance.ts";

const icon = 17;
/** Below every place: what is not asked for by name does not stand in the way. */
const weight = -60;

/** What can be done from the switcher. */
export function actionChoices(openPath: (path: string) => void): readonly SwitcherChoice[] {
  const action = (key: PlainTextKey, picture: ReactNode, run: () => void): SwitcherChoice => ({
    id: key,
    title: t(key),
    detail: switcherText("action"),
    weight,
    icon: picture,
    run,
  });
  return [
    action("sidebar.create", <Plus size={icon} />, () => openDialog({ kind: "create-channel" })),
    action("sidebar.browse", <Compass size={icon} />, () => openDialog({ kind: "browse-channels" })),
    action("sidebar.invite", <UserPlus size={icon} />, () => openDialog({ kind: "invite" })),
    action("sidebar.preferences", <Settings size={icon} />, () => openPath("/settings/preferences")),
    action("sidebar.shortcuts", <Keyboard size={icon} />, () => openDialog({ kind: "shortcuts" })),
    action("switcher.light", <Sun size={icon} />, () => setAppearance({ theme: "light" })),
    action("switcher.dark", <Moon size={icon} />, () => setAppearance({ theme: "dark" })),
  ];
}
