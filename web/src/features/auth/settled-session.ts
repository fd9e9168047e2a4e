import type { Session, SessionState } from "../../store/session/session.ts";

/** Whether somebody is signed in, once it is known. */
export type SettledSession = Extract<SessionState, { readonly phase: "signed-in" | "signed-out" }>;

/** Nobody could say whether somebody is signed in. */
export class SessionUnknown extends Error {
  override readonly name = "SessionUnknown";
}

/** Waits until it is known whether somebody is signed in. Throws SessionUnknown where the server cannot be reached. */
export async function settledSession({ store }: Pick<Session, "store">): Promise<SettledSession> {
  const state = await new Promise<SessionState>((resolve) => {
    const take = (state: SessionState) => {
      if (state.phase === "loading") return;
      stop();
      resolve(state);
    };
    const stop = store.subscribe(take);
    take(store.getState());
  });
  if (state.phase === "signed-in" || state.phase === "signed-out") return state;
  throw new SessionUnknown(state.phase === "unreachable" ? state.failure.text : "");
}

/** Calls back each time that somebody signed in or out after it was first known whether anybody is. */
export function onSessionTurned({ store }: Pick<Session, "store">, turned: () => void): () => void {
  let known = settledPhase(store.getState());
  return store.subscribe((state) => {
    const before = known;
    known = settledPhase(state) ?? before;
    if (before !== undefined && before !== known) turned();
  });
}

function settledPhase({ phase }: SessionState): SettledSession["phase"] | undefined {
  return phase === "signed-in" || phase === "signed-out" ? phase : undefined;
}
