import { useEffect } from "react";
import { useConnectionStatus } from "../../store/hooks.ts";
import { t } from "../../text/text.ts";
import { showToast } from "../../ui/toast-store.ts";

/** Offers to load the page anew when the server has a newer one. */
export function useNewVersion(): void {
  const { isOutdated } = useConnectionStatus();
  useEffect(() => {
    if (!isOutdated) return;
    showToast({
      text: t("connection.newVersion"),
      action: { label: t("connection.reload"), run: () => window.location.reload() },
    });
  }, [isOutdated]);
}
