import { useEffect, useState } from "react";
import type { NewApp } from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { failureOf } from "../../../api/failure.ts";
import { FormProblem } from "../../../forms/form.tsx";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { useClient } from "../../../store/client-context.tsx";
import { secondFactorText as t } from "../../../text/second-factor.ts";
import { Button } from "../../../ui/button.tsx";
import { EntryFrame } from "../entry-frame.tsx";
import { AppSetUp } from "./app-set-up.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

interface EnrolmentProps {
  /** What the server gave for the first step. */
  readonly token: string;
  readonly onSignedIn: () => Promise<unknown>;
  readonly onBack: () => void;
}

/** For whom the organisation asks to set up a second step before they come in. */
export function Enrolment({ token, onSignedIn, onBack }: EnrolmentProps) {
  const api = useSignInApi();
  const { session } = useClient();
  const { app, problem } = useNewApp(token);
  const [enrolled, setEnrolled] = useState<Awaited<ReturnType<typeof api.finishEnrolment>>>();
  if (enrolled !== undefined) {
    const goIn = async () => {
      await session.arrive(enrolled.account);
      await onSignedIn();
    };
    return (
      <EntryFrame title={t("codes.title")} isTitleFocused>
        <RecoveryCodes codes={enrolled.recoveryCodes} onDone={() => void goIn()} />
      </EntryFrame>
    );
  }
  const footer = (
    <Button tone="quiet" size="small" onClick={onBack}>
      {t("step.back")}
    </Button>
  );
  return (
    <EntryFrame title={t("enrol.title")} lead={t("enrol.lead")} isTitleFocused footer={footer}>
      <FormProblem text={problem} />
      {app && (
        <AppSetUp
          app={app}
          onCode={async (code) => setEnrolled(await api.finishEnrolment({ token, code }))}
        />
      )}
    </EntryFrame>
  );
}

function useNewApp(token: string) {
  const api = useSignInApi();
  const [app, setApp] = useState<NewApp>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    api.beginEnrolment({ token }).then(
      (begun) => isWanted && setApp(begun.app),
      (error: unknown) => isWanted && setProblem(failureOf(error).text),
    );
    return () => {
      isWanted = false;
    };
  }, [api, token]);
  return { app, problem };
}
