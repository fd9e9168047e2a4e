import { useRef, useState } from "react";
import { type Failure, failureOf } from "../../../api/failure.ts";

/** Does something once at a time, and keeps why it could not be done until it is tried again. */
export function useAttempt() {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  // A second press may come before the first has been rendered.
  const isOnItsWay = useRef(false);
  /** Settles with whether it was done. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    if (isOnItsWay.current) return false;
    isOnItsWay.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    } finally {
      isOnItsWay.current = false;
      setBusy(false);
    }
  };
  return { isBusy, failure, attempt };
}
