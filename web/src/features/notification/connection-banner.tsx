import { CloudOff } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useConnectionStatus } from "../../store/hooks.ts";
import { t } from "../../text/text.ts";
import { announce } from "../../ui/announcer.tsx";

/** Trouble that is over sooner is nobody's business. */
const quietFor = 3_000;

/** Says that the connection is lost, once that has lasted long enough to matter. */
export function ConnectionBanner() {
  const { phase } = useConnectionStatus();
  const hasNetwork = useHasNetwork();
  // A connection that has just lost its network does not know it yet.
  const isShown = useLasting((phase !== "online" && phase !== "signed-out") || !hasNetwork);
  const text = t(hasNetwork ? "connection.reconnecting" : "connection.offline");
  useEffect(() => {
    if (!isShown) return undefined;
    return () => announce(t("connection.back"));
  }, [isShown]);
  useEffect(() => {
    if (isShown) announce(text);
  }, [isShown, text]);
  if (!isShown) return null;
  return (
    <p className="anim-jump flex flex-none items-center justify-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 pt-[max(0.375rem,env(safe-area-inset-top))] text-[13.5px]">
      <CloudOff size={16} className="flex-none text-ink2" aria-hidden />
      {text}
    </p>
  );
}

/** Whether something has been so for a while. */
function useLasting(isSo: boolean): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!isSo) return setLasted(false);
    const timer = setTimeout(() => setLasted(true), quietFor);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && lasted;
}

const turns = ["online", "offline"] as const;

function subscribe(listener: () => void): () => void {
  for (const turn of turns) window.addEventListener(turn, listener);
  return () => {
    for (const turn of turns) window.removeEventListener(turn, listener);
  };
}

function useHasNetwork(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}
