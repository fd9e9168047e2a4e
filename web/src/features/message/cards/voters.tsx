import { useEffect, useState } from "react";
import { failureOf } from "../../../api/failure.ts";
import { useUser } from "../../../store/hooks.ts";
import { showToast } from "../../../ui/toast-store.ts";
import { usePolls } from "./use-votes.ts";

interface VotersProps {
  readonly messageId: string;
  readonly optionId: number;
  /** Read anew when there are more or fewer. */
  readonly votes: number;
}

/** Who voted for an option, in the order of their votes. */
export function Voters({ messageId, optionId, votes }: VotersProps) {
  const polls = usePolls();
  const [userIds, setUserIds] = useState<readonly string[]>([]);
  useEffect(() => {
    let isShown = true;
    polls.listVoters({ messageId, optionId }).then(
      (answer) => isShown && setUserIds(answer.userIds),
      (error: unknown) => showToast({ text: failureOf(error).text, tone: "danger" }),
    );
    return () => {
      isShown = false;
    };
  }, [polls, messageId, optionId, votes]);
  return (
    <ul className="flex flex-wrap gap-x-2 px-2.5 pt-0.5 text-[13px] text-ink2">
      {userIds.map((id) => (
        <Voter key={id} id={id} />
      ))}
    </ul>
  );
}

function Voter({ id }: { readonly id: string }) {
  return (
    <li>
      <bdi>{useUser(id)?.name ?? ""}</bdi>
    </li>
  );
}
