import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
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
import { OtherWays } from "./other-ways.tsx";
import { PasskeyButton } from "./passkeys/passkey-button.tsx";
import { usePasskeySignIn } from "./passkeys/use-passkey-sign-in.ts";
import { useProblem } from "./provider/problem.ts";
import { ProviderButton } from "./provider/provider-button.tsx";
import { readUnfinished } from "./provider/unfinished.ts";
import { Enrolment } from "./second-factor/enrolment.tsx";
import { SecondStep } from "./second-factor/second-step.tsx";
import { WithdrawalNotice } from "./withdrawal-notice.tsx";

interface LoginPageProps {
  readonly setup: Setup;
  /** The page that somebody wanted before they had to sign in. */
  readonly next: string | undefined;
}

export function LoginPage({ setup, next = home }: LoginPageProps) {
  const goOn = useGoOn(next);
  const [unfinished, setUnfinished] = useUnfinished();
  const form = useLogin(goOn, setUnfinished);
  const hasPasskeys = unfinished === undefined && canUsePasskeys(setup.passkeyOrigin);
  const signInByPasskey = usePasskeySignIn(hasPasskeys, goOn);
  const { orgName, registration, providerName } = setup;
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
      <LoginForm form={form} />
      <OtherWays>
        {providerName !== "" && <ProviderButton name={providerName} next={next} />}
        {hasPasskeys && <PasskeyButton label={passkeyText("signIn")} onPress={signInByPasskey} />}
      </OtherWays>
    </EntryFrame>
  );
}

function LoginForm({ form }: { readonly form: ReturnType<typeof useLogin> }) {
  const problem = useProblem();
  return (
    <Form
      label={t("login.titlePlain")}
      problem={form.failure?.text ?? problem}
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
  );
}

/** What is missing is told by a login, or by the address that the identity provider has led to. */
function useUnfinished() {
  const state = useState<UnfinishedLogin | undefined>(() => readUnfinished(window.location.hash));
  const navigate = useNavigate();
  // Its token is good once, and worth nothing in a history.
  useEffect(() => {
    if (readUnfinished(window.location.hash) === undefined) return;
    void navigate({ to: ".", search: true, hash: "", replace: true });
  }, [navigate]);
  return state;
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
