import { useStore } from "zustand";
import { installOffer } from "../../../installed/install-offer.ts";
import { Group } from "../../../settings/section.tsx";
import { installedText as t } from "../../../text/installed.ts";
import { Button } from "../../../ui/button.tsx";

/** Offers to install the client where the browser can and it is not installed yet; else nothing. */
export function InstallGroup() {
  const offer = useStore(installOffer);
  if (offer === undefined) return null;
  // The browser asks for itself, and makes the same offer no second time.
  const install = () => void offer.prompt().finally(() => installOffer.setState(undefined, true));
  return (
    <Group title={t("install.title")} description={t("install.description")}>
      <div>
        <Button onClick={install}>{t("install.install")}</Button>
      </div>
    </Group>
  );
}
