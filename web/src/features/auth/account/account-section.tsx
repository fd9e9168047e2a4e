import { Section } from "../../../settings/section.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { DeleteAccountGroup } from "./delete-account-group.tsx";
import { EmailGroup } from "./email-group.tsx";
import { PasskeysGroup } from "./passkeys-group.tsx";
import { PasswordGroup } from "./password-group.tsx";
import { ProviderGroup } from "./provider-group.tsx";
import { SecondFactorGroup } from "./second-factor-group.tsx";
import { SessionsGroup } from "./sessions-group.tsx";
import { SignInsGroup } from "./sign-ins-group.tsx";

/** How one signs in, and where one is signed in. */
export function AccountSection() {
  return (
    <Section title={t("account.title")}>
      <EmailGroup />
      <ProviderGroup />
      <PasskeysGroup />
      <PasswordGroup />
      <SecondFactorGroup />
      <SessionsGroup />
      <SignInsGroup />
      <DeleteAccountGroup />
    </Section>
  );
}
