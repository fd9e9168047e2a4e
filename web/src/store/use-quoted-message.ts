import { useQuery } from "@connectrpc/connect-query";
import { useMemo } from "react";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { useMe } from "./hooks.ts";
import { messageFromProto } from "./log/from-proto.ts";
import type { Message } from "./log/message.ts";
import { useReadAgain } from "./use-read-again.ts";

/**
 * A message that another one leads to, as the server tells it to this reader; undefined until it is known, and
 * where it may not be read. Read again when it is shown again after a while, and at once when something changes
 * in its channel. Within a QueryProvider.
 */
export function useQuotedMessage({
  channelId,
  messageId,
}: {
  readonly channelId: string;
  readonly messageId: string;
}): Message | undefined {
  const me = useMe();
  const { data, isError, refetch } = useQuery(
    MessageService.method.getMessage,
    { messageId },
    // One who may not read it is not told otherwise by asking at each scroll.
    { retryOnMount: false },
  );
  useReadAgain(channelId, refetch);
  const message = isError ? undefined : data?.message;
  return useMemo(() => message && messageFromProto(message, me), [message, me]);
}
