import { Fingerprint } from "lucide-react";
import { FormProblem } from "../../../forms/form.tsx";
import { passkeyText as t } from "../../../text/passkeys.ts";
import { Button } from "../../../ui/button.tsx";
import { Divider } from "./divider.tsx";
import type { WayIn } from "./use-passkey-sign-up.ts";

interface NewAccountButtonsProps {
  readonly submit: string;
  readonly isBusy: boolean;
  readonly way: WayIn;
}

/** Sends the form of a new account, to be opened by the password in it or by a passkey. */
export function NewAccountButtons({ submit, isBusy, way }: NewAccountButtonsProps) {
  return (
    <>
      <Button type="submit" tone="primary" isBusy={isBusy} onClick={() => way.choose("password")}>
        {submit}
      </Button>
      {way.isPossible && (
        <>
          <Divider />
          <div className="flex flex-col gap-2">
            <Button type="submit" isBusy={isBusy} onClick={() => way.choose("passkey")}>
              <Fingerprint size={18} aria-hidden />
              {t("signUp")}
            </Button>
            <p className="text-center text-[13px] text-ink3">{t("signUpHint")}</p>
          </div>
          <FormProblem text={way.problem} />
        </>
      )}
    </>
  );
}
