import { useMemo } from "react";
import type { SuggestionSources } from "../../../composer/suggestion.ts";
import type { Channel } from "../../../store/channels/channel.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import type { Workspace } from "../../../store/workspace.ts";
import { mentionSources } from "./mention-sources.tsx";
import { namedChannels } from "./use-mention-directory.ts";

const most = 500;

/** Who and what can be named in a channel while writing. The same as long as the channel is. */
export function useSuggestionSources({ id, kind }: Pick<Channel, "id" | "kind">): SuggestionSources {
  const workspace = useWorkspace();
  return useMemo(() => {
    const isDirect = kind === "direct" || kind === "group-direct";
    const members = remembered(() => readMembers(workspace, id));
    return mentionSources({
      people: (query) => findPeople(workspace, query),
      members: () => members().catch(() => undefined),
      channels: () => namedChannels(workspace),
      groups: () => (isDirect ? [] : [...workspace.circle.store.getState().groups.values()]),
      hasEveryone: !isDirect,
    });
  }, [workspace, id, kind]);
}

async function findPeople({ api, people }: Workspace, query: string) {
  try {
    const { users } = await api.users.listUsers({ query });
    people.changed(users);
  } catch {
    // Without an answer there are still those who are known here.
  }
  return [...people.store.getState().values()];
}

async function readMembers({ api }: Workspace, channelId: string): Promise<ReadonlySet<string>> {
  const { members } = await api.channels.listMembers({ channelId, pageSize: most });
  return new Set(members.map(({ userId }) => userId));
}

/** Asks once; a failed answer is asked for again. */
function remembered<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
