import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Loaded } from "../../../settings/loaded.tsx";
import { MoreButton } from "../../../settings/more-button.tsx";
import { Rows } from "../../../settings/rows.tsx";
import { Section } from "../../../settings/section.tsx";
import { useSession } from "../../../store/hooks.ts";
import type { User } from "../../../store/people/user.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { isManager, type RoleName } from "../roles.ts";
import { DeactivateDialog } from "./deactivate-dialog.tsx";
import { PersonRow } from "./person-row.tsx";
import { RecoveryDialog } from "./recovery-dialog.tsx";
import { useAccounts } from "./use-accounts.ts";
import { useDirectory } from "./use-directory.ts";

/** Everybody in the organisation; those who manage it decide about roles here. */
export function PeopleSection() {
  const session = useSession();
  const role: RoleName = session.phase === "signed-in" ? session.account.role : "guest";
  const [query, setQuery] = useState("");
  const directory = useDirectory(useDeferredValue(query), isManager(role));
  const accounts = useAccounts(isManager(role)).data;
  const [leaving, setLeaving] = useState<User>();
  const [recovering, setRecovering] = useState<User>();
  return (
    <Section title={t("people.title")} lead={t(isManager(role) ? "people.leadManager" : "people.lead")}>
      <div className="flex flex-col gap-4">
        <SearchBox query={query} onChange={setQuery} />
        <Loaded query={directory}>
          {(people) =>
            people.length === 0 ? (
              <p role="status" className="py-6 text-center text-ink2">
                {query.trim() === "" ? t("people.none") : t("people.nobody", { query })}
              </p>
            ) : (
              <Rows label={t("people.title")}>
                {people.map((user) => (
                  <PersonRow
                    key={user.id}
                    user={user}
                    account={accounts?.get(user.id)}
                    viewer={role}
                    onDeactivate={() => setLeaving(user)}
                    onRecover={() => setRecovering(user)}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
        <MoreButton query={directory} />
      </div>
      <DeactivateDialog user={leaving} onClose={() => setLeaving(undefined)} />
      <RecoveryDialog user={recovering} onClose={() => setRecovering(undefined)} />
    </Section>
  );
}

interface SearchBoxProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

function SearchBox({ query, onChange }: SearchBoxProps) {
  return (
    <label className="flex items-center gap-2 rounded-lg border border-field-line bg-raised px-3 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent">
      <Search size={16} aria-hidden className="text-ink3" />
      <input
        type="search"
        aria-label={t("people.search")}
        placeholder={t("people.search")}
        value={query}
        maxLength={80}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-10 min-w-0 flex-1 bg-transparent outline-none coarse:min-h-11 coarse:text-base"
      />
    </label>
  );
}
