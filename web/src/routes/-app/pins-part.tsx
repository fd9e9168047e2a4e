import { QueryProvider } from "../../api/query.tsx";
import { PinsDialog } from "../../features/message/pins/pins-dialog.tsx";
import { useClient } from "../../store/client-context.tsx";
import { closeLayer } from "./layers.ts";
import { useWays } from "./use-place.ts";

export interface PinsPartProps {
  readonly channelId: string;
  readonly isOpen: boolean;
}

/** The pinned messages of a channel, and the way to each. */
export function PinsPart({ channelId, isOpen }: PinsPartProps) {
  const { transport } = useClient();
  const { openMessage } = useWays();
  return (
    <QueryProvider transport={transport}>
      <PinsDialog
        key={channelId}
        channelId={channelId}
        isOpen={isOpen}
        onClose={closeLayer}
        onOpen={(messageId) => openMessage(channelId, messageId)}
      />
    </QueryProvider>
  );
}
