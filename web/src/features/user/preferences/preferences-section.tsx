import { ChoiceCards } from "../../../forms/choice-cards.tsx";
import { Group, Section } from "../../../settings/section.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { usePreferences } from "../../../store/hooks.ts";
import type { Preferences } from "../../../store/preferences.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Switch } from "../../../ui/switch.tsx";
import { InstallGroup } from "./install-group.tsx";
import { LanguageField } from "./language-field.tsx";
import { MotionSwitch } from "./motion-switch.tsx";
import { DensitySample, ThemeSample } from "./samples.tsx";

const themes = ["system", "light", "dark", "high-contrast"] as const;
const densities = ["comfortable", "compact"] as const;

/** How the client looks and behaves: at once, and on all of one's devices. */
export function PreferencesSection() {
  const { preferences, update } = usePreferences();
  const { run } = useAction();
  const change = (changed: Partial<Preferences>) => run(() => update(changed));
  return (
    <Section title={t("preferences.title")} lead={t("preferences.lead")}>
      <LanguageField language={preferences.language} onChoose={(language) => change({ language })} />
      <Group title={t("look.title")}>
        <ChoiceCards
          label={t("theme.title")}
          value={preferences.theme}
          onChoose={(theme) => change({ theme })}
          choices={themes.map((theme) => ({
            value: theme,
            label: t(`theme.${theme}`),
            sample: <ThemeSample theme={theme} />,
          }))}
          className="grid-cols-2 pane:grid-cols-4"
        />
        <ChoiceCards
          label={t("density.title")}
          value={preferences.density}
          onChoose={(density) => change({ density })}
          choices={densities.map((density) => ({
            value: density,
            label: t(`density.${density}`),
            sample: <DensitySample density={density} />,
          }))}
          className="grid-cols-2"
        />
        <MotionSwitch />
      </Group>
      <Group title={t("writing.title")}>
        <Switch
          label={t("writing.enterBreaksLine")}
          description={t("writing.enterBreaksLineHint")}
          isOn={preferences.enterBreaksLine}
          onChange={(enterBreaksLine) => change({ enterBreaksLine })}
        />
      </Group>
      <Group title={t("reading.title")}>
        <Switch
          label={t("reading.linkPreviews")}
          description={t("reading.linkPreviewsHint")}
          isOn={!preferences.hideLinkPreviews}
          onChange={(isOn) => change({ hideLinkPreviews: !isOn })}
        />
      </Group>
      <InstallGroup />
    </Section>
  );
}
