import { createConnectQueryKey, useMutation, useQuery } from "@connectrpc/connect-query";
import { PreviewService } from "../../../../../gen/chatter/message/v1/preview_pb.js";
import { queryClient } from "../../../api/query.tsx";
import { Loaded } from "../../../settings/loaded.tsx";
import { Group } from "../../../settings/section.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Switch } from "../../../ui/switch.tsx";

const { getPreviewSetting, setPreviewSetting } = PreviewService.method;
const queryKey = createConnectQueryKey({ schema: getPreviewSetting, cardinality: "finite" });

/** Whether the server reads pages that messages link to. */
export function PreviewGroup() {
  const query = useQuery(getPreviewSetting);
  const { isBusy, run } = useAction();
  const { mutateAsync: save } = useMutation(setPreviewSetting, {
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  });
  return (
    <Group title={t("org.previews")}>
      <Loaded query={query}>
        {({ setting }) => (
          <Switch
            label={t("org.previewLinks")}
            description={t("org.previewLinksHint")}
            isOn={setting?.enabled === true}
            isDisabled={isBusy}
            onChange={(enabled) => run(() => save({ enabled }))}
          />
        )}
      </Loaded>
    </Group>
  );
}
