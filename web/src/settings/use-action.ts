import { useRef, useState } from "react";
import { failureOf } from "../api/failure.ts";
import { showToast } from "../ui/toast-store.ts";

/** Does what a button says, once at a time, and tells why it could not be done. */
export function useAction(): {
  readonly isBusy: boolean;
  readonly run: (work: () => Promise<unknown>) => void;
} {
  const [isBusy, setBusy] = useState(false);
  // A second press may come before the first has been rendered.
  const isOnItsWay = useRef(false);
  const act = async (work: () => Promise<unknown>) => {
    if (isOnItsWay.current) return;
    isOnItsWay.current = true;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      showToast({ text: failureOf(error).text, tone: "danger" });
    } finally {
      isOnItsWay.current = false;
      setBusy(false);
    }
  };
  return { isBusy, run: (work) => void act(work) };
}
