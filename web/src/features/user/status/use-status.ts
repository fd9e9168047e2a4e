import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { useMemo } from "react";
import { useWorkspace } from "../../../store/client-context.tsx";
import type { UserStatus } from "../../../store/people/user.ts";

/** Sets or clears one's status; rejects with what the server refuses. */
export function useStatus(): (status: UserStatus | undefined) => Promise<void> {
  const { api, people } = useWorkspace();
  return useMemo(
    () => async (status) => {
      const { user } = await api.users.setStatus(status === undefined ? {} : { status: toProto(status) });
      if (user !== undefined) people.changed([user]);
    },
    [api, people],
  );
}

function toProto({ emoji, text, expiresAt }: UserStatus) {
  const end = expiresAt === undefined ? {} : { expiresAt: timestampFromDate(new Date(expiresAt)) };
  return { emoji, text, ...end };
}
