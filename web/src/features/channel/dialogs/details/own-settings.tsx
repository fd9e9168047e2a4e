import { SelectField } from "../../../../forms/select-field.tsx";
import type { Membership } from "../../../../store/channels/channel.ts";
import { useWorkspace } from "../../../../store/client-context.tsx";
import { channelMenuText } from "../../../../text/channel-menu.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Switch } from "../../../../ui/switch.tsx";
import { levels } from "../../sidebar/channel-menu.tsx";
import { told } from "../../told.ts";

interface OwnSettingsProps {
  readonly channelId: string;
  readonly membership: Membership;
}

/** What this person alone keeps about a channel; it holds at once. */
export function OwnSettings({ channelId, membership }: OwnSettingsProps) {
  const { channels } = useWorkspace();
  return (
    <>
      <Switch
        label={t("own.star")}
        description={t("own.starHint")}
        isOn={membership.isStarred}
        onChange={(isStarred) => void told(channels.arrange(channelId, { isStarred }))}
      />
      <SelectField
        label={t("own.level")}
        value={membership.level}
        options={levels.map((level) => ({ value: level, label: channelMenuText(`level.${level}`) }))}
        onChoose={(level) => void told(channels.arrange(channelId, { level }))}
      />
    </>
  );
}
