import { createConnectQueryKey } from "@connectrpc/connect-query";
import { AdminService } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { queryClient } from "../../../api/query.tsx";
import { createUnaryClient } from "../../../api/unary-client.ts";
import { useAction } from "../../../settings/use-action.ts";
import { useClient } from "../../../store/client-context.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { showToast } from "../../../ui/toast-store.ts";

/** Which deliveries: all that are parked where nothing is named. */
interface Which {
  readonly eventId?: string;
  readonly consumer?: string;
}

/** Has parked deliveries tried again, and what shows them asked for anew. */
export function useRetry(): { readonly isBusy: boolean; readonly retry: (which: Which) => void } {
  const { transport } = useClient();
  const { isBusy, run } = useAction();
  const retry = (which: Which) =>
    run(async () => {
      const { deliveries } = await createUnaryClient(AdminService, transport).retryEvents(which);
      showToast({
        text: deliveries === 0 ? t("events.nothing") : t("events.retried", { count: deliveries }),
      });
      const schema = AdminService;
      await queryClient.invalidateQueries({
        queryKey: createConnectQueryKey({ schema, cardinality: undefined }),
      });
    });
  return { isBusy, retry };
}
