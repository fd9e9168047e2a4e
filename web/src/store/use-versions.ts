import { useQuery } from "@connectrpc/connect-query";
import { useMemo } from "react";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { type Failure, failureOf } from "../api/failure.ts";
import { msOf } from "./log/from-proto.ts";
import type { Message } from "./log/message.ts";
import { useReadAgain } from "./use-read-again.ts";

/** What a message said from a moment on. */
export interface Version {
  readonly text: string;
  readonly writtenAt: number;
}

/**
 * The texts of a message, the present one first; none once it is deleted. Read again when a message of the
 * channel changes, and never kept: what was deleted must not be shown from memory. Within a QueryProvider.
 */
export function useVersions({ id, channelId }: Pick<Message, "id" | "channelId">): {
  readonly versions: readonly Version[] | undefined;
  readonly failure: Failure | undefined;
} {
  const { data, error, refetch } = useQuery(
    MessageService.method.listVersions,
    { messageId: id },
    { staleTime: 0, gcTime: 0 },
  );
  useReadAgain(channelId, refetch);
  return useMemo(
    () => ({
      versions: data?.versions
        .map(({ text, writtenAt }) => ({ text, writtenAt: msOf(writtenAt) ?? 0 }))
        .toReversed(),
      failure: error === null ? undefined : failureOf(error),
    }),
    [data, error],
  );
}
