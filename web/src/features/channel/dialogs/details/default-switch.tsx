import { useWorkspace } from "../../../../store/client-context.tsx";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Switch } from "../../../../ui/switch.tsx";
import { told } from "../../told.ts";
import type { KnownChannel } from "../use-known-channel.ts";

/** Whether whoever comes to the organisation comes here, for those who decide it; it holds at once. */
export function DefaultSwitch({ known: { channel } }: { readonly known: KnownChannel }) {
  const { api } = useWorkspace();
  const { id: channelId, isDefault } = channel;
  return (
    <Switch
      label={t("default.label")}
      description={t("default.hint")}
      isOn={isDefault}
      onChange={(isOn) => void told(api.channels.setDefaultChannel({ channelId, isDefault: isOn }))}
    />
  );
}
