import { useState } from "react";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { useClient } from "../../../store/client-context.tsx";
import { secondFactorText as t } from "../../../text/second-factor.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { EntryFrame } from "../entry-frame.tsx";
import { CodeField, checkCode } from "./code-field.tsx";

interface SecondStepProps {
  /** What the server gave for the first step. */
  readonly token: string;
  readonly onSignedIn: () => Promise<unknown>;
  readonly onBack: () => void;
}

/** After the password: a code of the app, or one of those kept for the day that it is lost. */
export function SecondStep({ token, onSignedIn, onBack }: SecondStepProps) {
  const [isRecovering, setRecovering] = useState(false);
  const footer = (
    <Button tone="quiet" size="small" onClick={onBack}>
      {t("step.back")}
    </Button>
  );
  return (
    <EntryFrame
      title={t("step.title")}
      lead={t(isRecovering ? "step.recoveryLead" : "step.lead")}
      footer={footer}
    >
      <StepForm
        key={String(isRecovering)}
        way={isRecovering ? "recoveryCode" : "code"}
        token={token}
        onSignedIn={onSignedIn}
        onSwitch={() => setRecovering(!isRecovering)}
      />
    </EntryFrame>
  );
}

interface StepFormProps extends Omit<SecondStepProps, "onBack"> {
  readonly way: "code" | "recoveryCode";
  readonly onSwitch: () => void;
}

function StepForm({ way, token, onSignedIn, onSwitch }: StepFormProps) {
  const api = useSignInApi();
  const { session } = useClient();
  const form = useForm({
    initial: { code: "" },
    check: (values) =>
      way === "code"
        ? checkCode(values)
        : { code: values.code.trim() === "" ? t("step.recoveryMissing") : undefined },
    blame: { CODE_INVALID: "code" },
    submit: async ({ code }) => {
      const value = way === "code" ? code.replaceAll(" ", "") : code;
      const { account } = await api.finishLogin({ token, shown: { case: way, value } });
      await session.arrive(account);
      await onSignedIn();
    },
  });
  const actions = (
    <>
      <Button type="submit" tone="primary" isBusy={form.isBusy}>
        {t("step.submit")}
      </Button>
      <Button tone="quiet" onClick={onSwitch}>
        {t(way === "code" ? "step.useRecovery" : "step.useApp")}
      </Button>
    </>
  );
  return (
    <Form label={t("step.title")} problem={form.failure?.text} onSubmit={form.onSubmit} actions={actions}>
      {way === "code" ? (
        <CodeField {...form.field("code")} label={t("step.code")} autoFocus />
      ) : (
        <TextField
          {...form.field("code")}
          label={t("step.recovery")}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={64}
          autoFocus
          required
        />
      )}
    </Form>
  );
}
