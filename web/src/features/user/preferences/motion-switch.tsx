import { useStore } from "zustand";
import { settingsText as t } from "../../../text/settings.ts";
import { appearanceStore, setAppearance } from "../../../ui/appearance.ts";
import { Switch } from "../../../ui/switch.tsx";

/** Belongs to the device rather than to the person: the system says it as well. */
export function MotionSwitch() {
  const { motion } = useStore(appearanceStore);
  return (
    <Switch
      label={t("motion.reduced")}
      description={t("motion.reducedHint")}
      isOn={motion === "reduced"}
      onChange={(isOn) => setAppearance({ motion: isOn ? "reduced" : "system" })}
    />
  );
}
