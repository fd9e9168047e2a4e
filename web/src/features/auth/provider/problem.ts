import { useState } from "react";
import { textOfReason } from "../../../text/reasons.ts";

/**
 * Why the way by the identity provider ended on this page, as its address tells it when it is opened: a reason,
 * which is shown in words of our own or not at all.
 */
export function useProblem(): string | undefined {
  const [problem] = useState(() => new URLSearchParams(window.location.search).get("problem"));
  return problem === null ? undefined : textOfReason(problem);
}
