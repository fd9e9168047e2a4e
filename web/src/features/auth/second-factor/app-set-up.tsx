import type { NewApp } from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { QrCode } from "../../../settings/identity/qr-code.tsx";
import { secondFactorText as t } from "../../../text/second-factor.ts";
import { Button } from "../../../ui/button.tsx";
import { CodeField, checkCode } from "./code-field.tsx";

interface AppSetUpProps {
  readonly app: NewApp;
  /** Rejects with what the server refuses. */
  readonly onCode: (code: string) => Promise<void>;
}

/** Hands the secret over to an app, and asks for a code to see that it has it. */
export function AppSetUp({ app, onCode }: AppSetUpProps) {
  const form = useForm({
    initial: { code: "" },
    check: checkCode,
    blame: { CODE_INVALID: "code" },
    submit: ({ code }) => onCode(code.replaceAll(" ", "")),
  });
  const submit = (
    <Button type="submit" tone="primary" isBusy={form.isBusy}>
      {t("app.submit")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4 pb-2">
      <p className="text-ink2">{t("app.scan")}</p>
      <QrCode content={app.uri} label={t("app.picture")} />
      <p className="text-[13px] text-ink2">
        {t("app.type")}
        <code className="mt-1 block rounded-lg bg-code px-3 py-2 font-mono break-all select-all">
          {app.secret.replace(/(.{4})(?=.)/g, "$1 ")}
        </code>
      </p>
      <Form label={t("setUpTitle")} problem={form.failure?.text} onSubmit={form.onSubmit} actions={submit}>
        <CodeField {...form.field("code")} label={t("app.code")} />
      </Form>
    </div>
  );
}
