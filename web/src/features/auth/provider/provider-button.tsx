import { Building2 } from "lucide-react";
import { providerText as t } from "../../../text/provider.ts";
import { Button } from "../../../ui/button.tsx";

interface ProviderButtonProps {
  /** What people call the provider. */
  readonly name: string;
  /** The page to go on with. */
  readonly next: string;
}

/** Leaves for the identity provider, which sends people back signed in. */
export function ProviderButton({ name, next }: ProviderButtonProps) {
  const leave = () => window.location.assign(`/auth/oidc/start?next=${encodeURIComponent(next)}`);
  return (
    <Button onClick={leave} className="min-w-0">
      <Building2 size={18} aria-hidden className="flex-none" />
      <span className="truncate">{t("signIn", { name })}</span>
    </Button>
  );
}
