import { QueryProvider } from "../../api/query.tsx";
import { PinsDialog } from "../../features/message/pins/pins-dialog.tsx";
import { useClient } from "../../store/client-context.tsx";
import { closePins, usePinsState } from "./pins-store.ts";
import { useWays } from "./use-place.ts";

/** The pinned messages of a channel, and the way to each. */
export function PinsPart() {
  const { transport } = useClient();
  const { openMessage } = useWays();
  const { channelId, isOpen } = usePinsState();
  if (channelId === undefined) return null;
  return (
    <QueryProvider transport={transport}>
      <PinsDialog
        key={channelId}
        channelId={channelId}
        isOpen={isOpen}
        onClose={closePins}
        onOpen={(messageId) => openMessage(channelId, messageId)}
      />
    </QueryProvider>
  );
}
