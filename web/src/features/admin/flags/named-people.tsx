import { X } from "lucide-react";
import { useUser } from "../../../store/hooks.ts";
import { flagsText as t } from "../../../text/flags.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { PersonName } from "../person-name.tsx";
import { PersonPicker } from "../rights/pickers.tsx";

interface NamedPeopleProps {
  readonly label: string;
  readonly ids: readonly string[];
  readonly isFull: boolean;
  readonly onAdd: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** People about whom it was decided by name. */
export function NamedPeople({ label, ids, isFull, onAdd, onRemove }: NamedPeopleProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {!isFull && (
        <PersonPicker
          // After each choice the field is empty again.
          key={ids.length}
          label={label}
          chosen={undefined}
          onChoose={(user) => user && onAdd(user.id)}
        />
      )}
      {ids.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {ids.map((id) => (
            <Named key={id} id={id} onRemove={() => onRemove(id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Named({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const name = useUser(id)?.name ?? id;
  return (
    <li className="flex items-center gap-1 rounded-full bg-hover ps-3 pe-1 text-sm">
      <PersonName id={id} />
      <IconButton size="small" label={t("remove", { name })} icon={<X size={14} />} onClick={onRemove} />
    </li>
  );
}
