import { useCallback, useEffect, useRef } from "react";
import { canOfferPasskeys, offerPasskeys, showPasskey, stopOffering } from "../../../passkeys/device.ts";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { useClient } from "../../../store/client-context.tsx";

// The server's challenge lives ten minutes.
const RENEW_MS = 8 * 60_000;

/**
 * Signs in by a passkey: where the person presses the button, or chooses one in the list that the browser shows
 * at the field for the address.
 */
export function usePasskeySignIn(isPossible: boolean, onSignedIn: () => Promise<unknown>) {
  const api = useSignInApi();
  const { session } = useClient();
  // A browser does one of both at a time, and a new request takes the place of the one before.
  const mayOffer = useRef(false);
  // An answer that is on its way. Another one beside it could arrive first, and a device whose counter goes
  // back looks like a copy.
  const entering = useRef<Promise<void>>(undefined);
  const finish = useCallback(
    (answer: string) => {
      const enter = async () => {
        const { account } = await api.signInWithPasskey({ answer });
        await session.arrive(account);
        await onSignedIn();
      };
      entering.current ??= enter().finally(() => {
        entering.current = undefined;
      });
      return entering.current;
    },
    [api, session, onSignedIn],
  );
  const offer = useCallback(async () => {
    try {
      if (!(await canOfferPasskeys())) return;
      const { options } = await api.beginPasskeySignIn({});
      if (mayOffer.current) await finish(await offerPasskeys(options));
    } catch {
      // Nobody asked for it, so nobody is told: the button and the form are there.
    }
  }, [api, finish]);
  useEffect(() => {
    if (!isPossible) return undefined;
    mayOffer.current = true;
    void offer();
    const renewing = setInterval(() => void offer(), RENEW_MS);
    return () => {
      mayOffer.current = false;
      clearInterval(renewing);
      stopOffering();
    };
  }, [isPossible, offer]);
  return async () => {
    mayOffer.current = false;
    try {
      const { options } = await api.beginPasskeySignIn({});
      await (entering.current ?? finish(await showPasskey(options)));
    } catch (error) {
      mayOffer.current = true;
      void offer();
      throw error;
    }
  };
}
