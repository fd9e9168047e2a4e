import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Two places take turns, because a screen reader stays silent when the same words are written again. */
const spoken = createStore(() => ({ turn: 0, text: "" }));

/** Tells screen readers something that is only to be seen, when they have finished what they are saying. */
export function announce(text: string): void {
  spoken.setState(({ turn }) => ({ turn: 1 - turn, text }));
}

/** Speaks what `announce` says. Mount it once, outside of everything that comes and goes. */
export function Announcer() {
  const { turn, text } = useStore(spoken);
  return (
    <div className="sr-only">
      <p role="status">{turn === 0 ? text : ""}</p>
      <p role="status">{turn === 1 ? text : ""}</p>
    </div>
  );
}
