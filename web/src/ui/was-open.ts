import { useState } from "react";

/** Whether an overlay has ever been open: its code is not fetched before, and it can leave with its animation. */
export function useWasOpen(isOpen: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return isOpen || wasOpen;
}
