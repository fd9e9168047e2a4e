import { type ReactNode, useState } from "react";
import { failureOf } from "../../api/failure.ts";
import { DeviceRefused } from "../../passkeys/device.ts";
import { toldOf } from "../../passkeys/told.ts";
import { showToast } from "../../ui/toast-store.ts";
import { ConfirmIdentityDialog } from "./confirm-identity-dialog.tsx";

type Work = () => Promise<unknown>;

interface Confirmed {
  /** Does it; where the server wants to know first that it is still the same person, after they have shown it. */
  readonly run: (work: Work) => void;
  readonly isBusy: boolean;
  /** To be rendered. */
  readonly dialog: ReactNode;
}

/** For what changes how somebody signs in. What goes wrong is told in a toast. */
export function useConfirmed(): Confirmed {
  const [waiting, setWaiting] = useState<Work>();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: Work) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DeviceRefused) && failureOf(error).reason === "CONFIRMATION_REQUIRED") {
        setWaiting(() => work);
      } else showToast({ text: toldOf(error), tone: "danger" });
    } finally {
      setBusy(false);
    }
  };
  const goOn = () => {
    setWaiting(undefined);
    if (waiting !== undefined) void attempt(waiting);
  };
  const dialog = (
    <ConfirmIdentityDialog
      isOpen={waiting !== undefined}
      onClose={() => setWaiting(undefined)}
      onConfirmed={goOn}
    />
  );
  return { run: (work) => void attempt(work), isBusy, dialog };
}
