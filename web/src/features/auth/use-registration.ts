import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { checkNewPassword } from "../../forms/new-password.ts";
import { type FormState, useForm } from "../../forms/use-form.ts";
import { useClient } from "../../store/client-context.tsx";
import type { NewAccount } from "./account-fields.tsx";
import { blameOf, checkEmail, checkName } from "./checks.ts";
import { home } from "./next.ts";
import { usePasskeySignUp, type WayIn } from "./passkeys/use-passkey-sign-up.ts";

interface Registration {
  readonly form: FormState<NewAccount>;
  readonly way: WayIn;
  /** The address that a letter has gone to: the account waits for the link in it. */
  readonly sentTo: string | undefined;
}

/** Makes an account and goes in, or says that a letter tells how to. */
export function useRegistration(options: {
  readonly invitation?: string;
  readonly email?: string;
}): Registration {
  const { session } = useClient();
  const navigate = useNavigate();
  const way = usePasskeySignUp();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm<NewAccount>({
    initial: { name: "", email: options.email ?? "", password: "" },
    check: ({ name, email, password }) => ({
      name: checkName(name),
      email: checkEmail(email),
      password: way.isPasskey() ? undefined : checkNewPassword(password),
    }),
    blame: blameOf,
    submit: async ({ name, email, password }) => {
      const { invitation = "" } = options;
      const newcomer = { name: name.trim(), email: email.trim(), invitation };
      const opened = await way.open(newcomer, password);
      if (opened === undefined) return;
      const result = await session.register({ ...newcomer, ...opened });
      if (result === "confirm") setSentTo(email.trim());
      else await navigate({ href: home, replace: true });
    },
  });
  return { form, way, sentTo };
}
