import { useRef, useState } from "react";
import { canUsePasskeys, DeviceRefused, makePasskey } from "../../../passkeys/device.ts";
import { toldOf } from "../../../passkeys/told.ts";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { useSession } from "../../../store/hooks.ts";
import { nameOfThisDevice } from "./this-device.ts";

/** Who is about to have an account. */
interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly invitation?: string;
}

/** What opens a new account. */
export interface WayIn {
  readonly isPossible: boolean;
  /** What the device said, when it did not do what it was asked to. */
  readonly problem: string | undefined;
  /** By which of its buttons the form is being sent. */
  readonly choose: (way: "password" | "passkey") => void;
  readonly isPasskey: () => boolean;
  /** What the account is registered with; undefined where the device refused, which is told by then. */
  readonly open: (
    newcomer: Newcomer,
    password: string,
  ) => Promise<{ password: string } | { passkey: { answer: string; name: string } } | undefined>;
}

export function usePasskeySignUp(): WayIn {
  const api = useSignInApi();
  const session = useSession();
  const way = useRef<"password" | "passkey">("password");
  const [problem, setProblem] = useState<string>();
  const origin = session.phase === "signed-out" ? session.setup.passkeyOrigin : "";
  const isPasskey = () => way.current === "passkey";
  return {
    isPossible: canUsePasskeys(origin),
    problem,
    choose: (chosen) => {
      way.current = chosen;
      setProblem(undefined);
    },
    isPasskey,
    async open(newcomer, password) {
      if (!isPasskey()) return { password };
      const { options } = await api.beginPasskeySignUp(newcomer);
      try {
        return { passkey: { answer: await makePasskey(options), name: nameOfThisDevice() } };
      } catch (error) {
        if (!(error instanceof DeviceRefused)) throw error;
        setProblem(toldOf(error));
        return undefined;
      }
    },
  };
}
