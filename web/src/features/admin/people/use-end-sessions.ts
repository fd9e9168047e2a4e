import { createConnectQueryKey } from "@connectrpc/connect-query";
import { OversightService } from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { queryClient } from "../../../api/query.tsx";
import { createUnaryClient } from "../../../api/unary-client.ts";
import { useAction } from "../../../settings/use-action.ts";
import { useClient } from "../../../store/client-context.tsx";
import { adminText as t } from "../../../text/administration.ts";
import { showToast } from "../../../ui/toast-store.ts";

/** Ends one session of somebody, or all of them where none is named. */
export function useEndSessions(userId: string) {
  const { transport, session } = useClient();
  const { isBusy, run } = useAction();
  const end = (sessionId: string) =>
    run(async () => {
      const oversight = createUnaryClient(OversightService, transport);
      const { sessions } = await oversight.endAccountSessions({ userId, sessionId });
      showToast({ text: t("devices.ended", { count: sessions }) });
      // It may have been one's own.
      await session.verify();
      const schema = OversightService.method.listAccountSessions;
      await queryClient.invalidateQueries({
        queryKey: createConnectQueryKey({ schema, cardinality: "finite" }),
      });
    });
  return { isBusy, end };
}
