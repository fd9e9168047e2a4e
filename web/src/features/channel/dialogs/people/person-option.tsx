import { Check } from "lucide-react";
import type { User } from "../../../../store/people/user.ts";
import { classNames } from "../../../../ui/class-names.ts";
import { ListOption } from "../../list-option.tsx";
import { PersonLine } from "./person-line.tsx";

interface PersonOptionProps {
  readonly id: string;
  readonly user: User;
  /** Why this person cannot be chosen. */
  readonly note: string | undefined;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: () => void;
}

export function PersonOption(props: PersonOptionProps) {
  const { id, user, note, isChosen, isActive, isDisabled, onChoose } = props;
  return (
    <ListOption
      id={id}
      isSelected={isChosen}
      isActive={isActive}
      isDisabled={isDisabled}
      onChoose={onChoose}
      className={classNames(
        "flex min-h-13 items-center gap-3 rounded-lg px-2 py-1",
        isActive ? "bg-accent-soft" : !isDisabled && "hover:bg-hover",
        isDisabled ? "opacity-60" : "cursor-pointer",
      )}
    >
      <PersonLine user={user} note={note} />
      {isChosen && <Check size={18} aria-hidden className="flex-none text-accent" />}
    </ListOption>
  );
}
