import { BellOff, BellRing } from "lucide-react";
import type { Quiet } from "../../../store/people/do-not-disturb.ts";
import { accountMenuText } from "../../../text/account-menu.ts";
import { t } from "../../../text/text.ts";
import type { MenuEntry } from "../../../ui/menu-entry.ts";
import { endOf, type QuietTime } from "./quiet-time.ts";

const icon = 16;
const times: readonly QuietTime[] = ["30m", "1h", "tomorrow", "always"];

/** The line of a menu by which somebody says that they want to be left alone, and for how long, or no longer. */
export function quietMenu({ isOn }: Quiet, choose: (quiet: Quiet) => void): MenuEntry {
  if (isOn) {
    return {
      id: "quiet",
      label: accountMenuText("turnOff"),
      icon: <BellRing size={icon} />,
      onSelect: () => choose({ isOn: false, until: undefined }),
    };
  }
  return {
    kind: "branch",
    id: "quiet",
    label: t("quiet.title"),
    icon: <BellOff size={icon} />,
    entries: times.map((time) => ({
      id: time,
      label: accountMenuText(`quiet.${time}`),
      onSelect: () => choose({ isOn: true, until: endOf(time, new Date())?.getTime() }),
    })),
  };
}
