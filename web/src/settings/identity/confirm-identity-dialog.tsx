import { useQuery } from "@connectrpc/connect-query";
import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { SignInService } from "../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { Form, FormProblem } from "../../forms/form.tsx";
import { PasswordField } from "../../forms/password-field.tsx";
import { useForm } from "../../forms/use-form.ts";
import { showPasskey } from "../../passkeys/device.ts";
import { toldOf } from "../../passkeys/told.ts";
import { useSignInApi } from "../../passkeys/use-sign-in-api.ts";
import { passkeyText as t } from "../../text/passkeys.ts";
import { settingsText } from "../../text/settings.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loaded } from "../loaded.tsx";

interface ConfirmIdentityDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirmed: () => void;
}

/** Asks somebody who has been signed in for a while to show that it is still them. */
export function ConfirmIdentityDialog({ isOpen, onClose, onConfirmed }: ConfirmIdentityDialogProps) {
  return (
    <Dialog title={t("confirm.title")} isOpen={isOpen} onClose={onClose} size="small">
      <div className="flex flex-col gap-4 pb-2">
        <p className="text-ink2">{t("confirm.lead")}</p>
        {isOpen && <Ways onConfirmed={onConfirmed} />}
      </div>
    </Dialog>
  );
}

function Ways({ onConfirmed }: Pick<ConfirmIdentityDialogProps, "onConfirmed">) {
  // A challenge is good for one answer.
  const query = useQuery(SignInService.method.beginConfirmation, {}, { gcTime: 0, staleTime: Infinity });
  return (
    <Loaded query={query}>
      {({ options, hasPassword }) => (
        <>
          {options !== "" && <ByPasskey onConfirmed={onConfirmed} />}
          {hasPassword && <ByPassword onConfirmed={onConfirmed} />}
          {options === "" && !hasPassword && <p>{t("confirm.nothing")}</p>}
        </>
      )}
    </Loaded>
  );
}

function ByPasskey({ onConfirmed }: Pick<ConfirmIdentityDialogProps, "onConfirmed">) {
  const api = useSignInApi();
  const [problem, setProblem] = useState<string>();
  const confirm = async () => {
    setProblem(undefined);
    try {
      const { options } = await api.beginConfirmation({});
      await api.confirmIdentity({ proof: { case: "answer", value: await showPasskey(options) } });
      onConfirmed();
    } catch (error) {
      setProblem(toldOf(error));
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <Button onClick={() => void confirm()}>
        <Fingerprint size={18} aria-hidden />
        {t("confirm.passkey")}
      </Button>
      <FormProblem text={problem} />
    </div>
  );
}

function ByPassword({ onConfirmed }: Pick<ConfirmIdentityDialogProps, "onConfirmed">) {
  const api = useSignInApi();
  const form = useForm({
    initial: { password: "" },
    check: ({ password }) => ({
      password: password === "" ? settingsText("password.currentMissing") : undefined,
    }),
    blame: { WRONG_PASSWORD: "password" },
    submit: async ({ password }) => {
      await api.confirmIdentity({ proof: { case: "password", value: password } });
      onConfirmed();
    },
  });
  const submit = (
    <Button type="submit" tone="primary" isBusy={form.isBusy}>
      {t("confirm.submit")}
    </Button>
  );
  return (
    <Form label={t("confirm.title")} problem={form.failure?.text} onSubmit={form.onSubmit} actions={submit}>
      <PasswordField {...form.field("password")} label={t("confirm.password")} autoFocus required />
    </Form>
  );
}
