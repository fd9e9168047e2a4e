import { useQuery } from "@connectrpc/connect-query";
import { useMemo } from "react";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { type Failure, failureOf } from "../api/failure.ts";
import { useMe } from "./hooks.ts";
import { messageFromProto } from "./log/from-proto.ts";
import type { Message } from "./log/message.ts";
import { useReadAgain } from "./use-read-again.ts";

/** The pinned messages of a channel, the latest pin first; read again when one changes. Within a QueryProvider. */
export function usePins(channelId: string): {
  readonly pins: readonly Message[] | undefined;
  readonly failure: Failure | undefined;
} {
  const me = useMe();
  const { data, error, refetch } = useQuery(MessageService.method.listPins, { channelId });
  useReadAgain(channelId, refetch);
  return useMemo(
    () => ({
      pins: data?.messages.map((message) => messageFromProto(message, me)),
      failure: error === null ? undefined : failureOf(error),
    }),
    [data, error, me],
  );
}
