import { useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import type { UnfinishedLogin } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { Form } from "../../forms/form.tsx";
import { PasswordField } from "../../forms/password-field.tsx";
import { useForm } from "../../forms/use-form.ts";
import { canUsePasskeys } from "../../passkeys/device.ts";
import { useClient } from "../../store/client-context.tsx";
import type { Setup } from "../../store/session/account.ts";
import { entryText as t } from "../../text/entry.ts";
import { passkeyText } from "../../text/passkeys.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { checkEmail } from "./checks.ts";
import { EntryFrame } from "./entry-frame.tsx";
import { TextLink } from "./entry-link.tsx";
import { home } from "./next.ts";
import { PasskeyButton } from "./passkeys/passkey-button.tsx";
import { usePasskeySignIn } from "./passkeys/use-passkey-sign-in.ts";
import { Enrolment } from "./second-factor/enrolment.tsx";
import { SecondStep } from "./second-factor/second-step.tsx";
import { WithdrawalNotice } from "./withdrawal-notice.tsx";

interface LoginPageProps {
  readonly setup: Setup;
  /** The page that somebody wanted before they had to sign in. */
  readonly next: string | undefined;
}

export function LoginPage({ setup, next }: LoginPageProps) {
  const goOn = useGoOn(next ?? home);
  const [unfinished, setUnfinished] = useState<UnfinishedLogin>();
  const form = useLogin(goOn, setUnfinished);
  const hasPasskeys = unfinished === undefined && canUsePasskeys(setup.passkeyOrigin);
  const signInByPasskey = usePasskeySignIn(hasPasskeys, goOn);
  const { orgName, registration } = setup;
  if (unfinished !== undefined) {
    const Step = unfinished.needsEnrolment ? Enrolment : SecondStep;
    return <Step token={unfinished.token} onSignedIn={goOn} onBack={() => setUnfinished(undefined)} />;
  }
  return (
    <EntryFrame
      title={orgName === "" ? t("login.titlePlain") : t("login.title", { org: orgName })}
      footer={<NewHere registration={registration} />}
    >
      <WithdrawalNotice />
      <Form
        label={t("login.titlePlain")}
        problem={form.failure?.text}
        onSubmit={form.onSubmit}
        actions={
          <>
            <Button type="submit" tone="primary" isBusy={form.isBusy}>
              {t("login.submit")}
            </Button>
            <TextLink to="/reset" className="self-center text-sm">
              {t("login.forgotten")}
            </TextLink>
          </>
        }
      >
        <TextField
          {...form.field("email")}
          label={t("entry.email")}
          type="email"
          inputMode="email"
          autoComplete="username webauthn"
          autoFocus
          required
        />
        <PasswordField {...form.field("password")} label={t("entry.password")} required />
      </Form>
      {hasPasskeys && <PasskeyButton label={passkeyText("signIn")} onPress={signInByPasskey} />}
    </EntryFrame>
  );
}

function useGoOn(next: string) {
  const navigate = useNavigate();
  return useCallback(() => navigate({ href: next, replace: true }), [navigate, next]);
}

function useLogin(goOn: () => Promise<unknown>, onUnfinished: (unfinished: UnfinishedLogin) => void) {
  const { session } = useClient();
  return useForm({
    initial: { email: "", password: "" },
    check: ({ email, password }) => ({
      email: checkEmail(email),
      password: password === "" ? t("entry.passwordMissing") : undefined,
    }),
    blame: { INVALID_CREDENTIALS: "password", ACCOUNT_DEACTIVATED: "email" },
    submit: async ({ email, password }) => {
      const unfinished = await session.login({ email: email.trim(), password });
      if (unfinished === undefined) await goOn();
      else onUnfinished(unfinished);
    },
  });
}

function NewHere({ registration }: Pick<Setup, "registration">) {
  if (registration === "invitation") return <p>{t("login.invitationOnly")}</p>;
  if (registration !== "open") return null;
  return (
    <p>
      {t("login.newHere")} <TextLink to="/register">{t("login.register")}</TextLink>
    </p>
  );
}
