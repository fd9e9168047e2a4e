import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { FormProblem } from "../../../forms/form.tsx";
import { toldOf } from "../../../passkeys/told.ts";
import { Button } from "../../../ui/button.tsx";

interface PasskeyButtonProps {
  readonly label: string;
  readonly onPress: () => Promise<void>;
}

/** The other way in than the form above it. */
export function PasskeyButton({ label, onPress }: PasskeyButtonProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const press = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onPress();
    } catch (error) {
      setProblem(toldOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <Button isBusy={isBusy} onClick={() => void press()}>
        <Fingerprint size={18} aria-hidden />
        {label}
      </Button>
      <FormProblem text={problem} />
    </div>
  );
}
