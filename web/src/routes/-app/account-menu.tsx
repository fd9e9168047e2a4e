import { Keyboard, LogOut, Settings, Smile, UserPlus, UserRound, Users } from "lucide-react";
import { openDialog } from "../../features/channel/dialogs/dialogs.ts";
import { told } from "../../features/channel/told.ts";
import { quietMenu } from "../../features/user/quiet/quiet-menu.tsx";
import type { Quiet } from "../../store/people/do-not-disturb.ts";
import type { Session } from "../../store/session/session.ts";
import { accountMenuText } from "../../text/account-menu.ts";
import { appKeys } from "../../ui/hotkey-table.ts";
import type { MenuEntry } from "../../ui/menu-entry.ts";
import { openLayer } from "./layers.ts";

interface AccountWays {
  readonly session: Session;
  readonly openPath: (path: string) => void;
  readonly quiet: Quiet;
  readonly choose: (quiet: Quiet) => Promise<void>;
}

const icon = 16;

/** What belongs to the reader: who they are here, how the client is for them, and the way out. */
export function accountMenu({ session, openPath, quiet, choose }: AccountWays): readonly MenuEntry[] {
  return [
    {
      id: "status",
      label: accountMenuText("setStatus"),
      icon: <Smile size={icon} />,
      onSelect: () => openLayer({ kind: "status" }),
    },
    quietMenu(quiet, (chosen) => void told(choose(chosen))),
    {
      id: "profile",
      label: accountMenuText("profile"),
      icon: <UserRound size={icon} />,
      onSelect: () => openPath("/settings/profile"),
    },
    {
      id: "preferences",
      label: accountMenuText("preferences"),
      icon: <Settings size={icon} />,
      shortcut: appKeys.settings[0],
      onSelect: () => openPath("/settings/preferences"),
    },
    {
      id: "people",
      label: accountMenuText("people"),
      icon: <Users size={icon} />,
      onSelect: () => openLayer({ kind: "people" }),
    },
    {
      id: "invite",
      label: accountMenuText("invite"),
      icon: <UserPlus size={icon} />,
      onSelect: () => openDialog({ kind: "invite" }),
    },
    {
      id: "keys",
      label: accountMenuText("shortcuts"),
      icon: <Keyboard size={icon} />,
      shortcut: appKeys.help[1],
      onSelect: () => openDialog({ kind: "shortcuts" }),
    },
    { kind: "separator", id: "end" },
    {
      id: "out",
      label: accountMenuText("signOut"),
      icon: <LogOut size={icon} />,
      onSelect: () => void told(session.logout()),
    },
  ];
}
