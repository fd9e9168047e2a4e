import { useEffect, useState } from "react";

const pause = 120;

/** What is typed, once the fingers rest: the server need not hear of every letter. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
