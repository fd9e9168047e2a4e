import { useMutation } from "@connectrpc/connect-query";
import { BadgeCheck, MailWarning } from "lucide-react";
import { AuthService } from "../../../../../gen/chatter/auth/v1/auth_pb.js";
import { failureOf } from "../../../api/failure.ts";
import { FormProblem } from "../../../forms/form.tsx";
import { Group } from "../../../settings/section.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { useAccount } from "./use-account.ts";

export function EmailGroup() {
  const { email, isEmailVerified } = useAccount();
  const { mutate, isPending, isSuccess, error } = useMutation(AuthService.method.requestEmailVerification);
  const Icon = isEmailVerified ? BadgeCheck : MailWarning;
  return (
    <Group title={t("email.title")}>
      <div className="flex flex-wrap items-center gap-3">
        <Icon size={20} aria-hidden className={isEmailVerified ? "text-accent" : "text-ink3"} />
        <div className="min-w-0 flex-1 basis-52">
          <p className="font-medium break-words">{email}</p>
          <p role="status" className="text-[13px] text-ink3">
            {isSuccess ? t("email.sent") : t(isEmailVerified ? "email.verified" : "email.unverified")}
          </p>
        </div>
        {!isEmailVerified && !isSuccess && (
          <Button isBusy={isPending} onClick={() => mutate({})}>
            {t("email.verify")}
          </Button>
        )}
      </div>
      <FormProblem text={error === null ? undefined : failureOf(error).text} />
    </Group>
  );
}
