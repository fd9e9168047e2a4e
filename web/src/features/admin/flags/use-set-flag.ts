import { createConnectQueryKey, useMutation } from "@connectrpc/connect-query";
import { AdminService } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { queryClient } from "../../../api/query.tsx";
import { flagsText as t } from "../../../text/flags.ts";
import { showToast } from "../../../ui/toast-store.ts";

const { listFlags, setFlag } = AdminService.method;

/** How somebody decides about a flag; rejects with what the server refuses. */
export function useSetFlag() {
  const { mutateAsync } = useMutation(setFlag, {
    onSuccess: async () => {
      showToast({ text: t("saved") });
      const queryKey = createConnectQueryKey({ schema: listFlags, cardinality: "finite" });
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  return mutateAsync;
}
