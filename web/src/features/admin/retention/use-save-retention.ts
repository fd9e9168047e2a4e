import { createConnectQueryKey, useMutation } from "@connectrpc/connect-query";
import { RetentionService } from "../../../../../gen/chatter/message/v1/retention_pb.js";
import { queryClient } from "../../../api/query.tsx";
import { keepingText as t } from "../../../text/keeping.ts";
import { showToast } from "../../../ui/toast-store.ts";

const { getRetention, setRetention } = RetentionService.method;

/** How the rule of the organisation is set; rejects with what the server refuses. */
export function useSaveRetention() {
  const { mutateAsync } = useMutation(setRetention, {
    onSuccess: async () => {
      showToast({ text: t("retention.saved") });
      const queryKey = createConnectQueryKey({ schema: getRetention, cardinality: "finite" });
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  return mutateAsync;
}
