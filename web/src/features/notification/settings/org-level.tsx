import { useMutation } from "@connectrpc/connect-query";
import { useState } from "react";
import {
  type Level,
  NotificationSettingsService,
} from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { SelectField } from "../../../forms/select-field.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { inboxText } from "../../../text/inbox.ts";
import { showToast } from "../../../ui/toast-store.ts";
import { type LevelName, levelOf, nameOf, orgLevels } from "./levels.ts";

/** What holds for everybody who chose nothing. Saved as it is chosen. */
export function OrgLevel({ level }: { readonly level: Level }) {
  const [name, setName] = useState(() => nameOf(level));
  const { isBusy, run } = useAction();
  const { mutateAsync } = useMutation(NotificationSettingsService.method.updateOrgNotificationDefaults);
  const choose = (chosen: LevelName) =>
    run(async () => {
      await mutateAsync({ level: levelOf(chosen) });
      setName(chosen);
      showToast({ text: inboxText("savedSettings") });
    });
  return (
    <SelectField
      label={inboxText("orgLevel")}
      value={name}
      options={orgLevels()}
      onChoose={choose}
      disabled={isBusy}
    />
  );
}
