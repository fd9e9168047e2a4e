import { useEffect, useState } from "react";
import { useMessageText } from "../../../markdown/context.ts";
import type { Message } from "../../../store/log/message.ts";
import { fetchWords } from "./use-announcements.ts";

type Label = typeof import("./spoken.ts").spokenLabel;

let loaded: Label | undefined;

/** Says a message as a screen reader is to hear it, once the code for that has come after what is seen. */
export function useSpokenLabel(): (message: Message) => string | undefined {
  const names = useMessageText();
  const [label, setLabel] = useState(() => loaded);
  useEffect(() => {
    if (label !== undefined) return;
    void fetchWords().then(
      ({ spokenLabel }) => {
        loaded = spokenLabel;
        setLabel(() => spokenLabel);
      },
      // The text itself can be read all the same.
      () => undefined,
    );
  }, [label]);
  return (message) => label?.(message, names);
}
