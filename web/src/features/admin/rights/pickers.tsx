import { useDeferredValue, useState } from "react";
import { ComboField } from "../../../forms/combo-field.tsx";
import { isCalled } from "../../../store/people/is-called.ts";
import type { User } from "../../../store/people/user.ts";
import { adminText as t } from "../../../text/administration.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { useDirectory } from "../people/use-directory.ts";
import type { Place } from "./use-places.ts";

interface PersonPickerProps {
  readonly label: string;
  readonly chosen: User | undefined;
  readonly onChoose: (user: User | undefined) => void;
  readonly placeholder?: string;
}

/** Somebody of the organisation, also who is deactivated. */
export function PersonPicker({ label, chosen, onChoose, placeholder }: PersonPickerProps) {
  const [query, setQuery] = useState("");
  const { data: known = [] } = useDirectory(useDeferredValue(query), true);
  // Those found for what was typed before are here until the answer comes.
  const found = known.filter((user) => isCalled(user, query));
  return (
    <ComboField
      label={label}
      placeholder={placeholder ?? t("rights.findPerson")}
      empty={t("rights.nobody")}
      chosen={chosen && { id: chosen.id, label: chosen.name }}
      options={found.map(({ id, name, handle, avatarUrl }) => ({
        id,
        label: name,
        detail: `@${handle}`,
        icon: <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={24} />,
      }))}
      onType={setQuery}
      onChoose={(id) => onChoose(found.find((user) => user.id === id))}
      onClear={() => onChoose(undefined)}
    />
  );
}

interface PlacePickerProps {
  readonly label: string;
  readonly places: readonly Place[];
  readonly chosen: Place | undefined;
  readonly onChoose: (place: Place | undefined) => void;
  readonly placeholder?: string;
  readonly description?: string;
}

const most = 50;

/** A channel that this person can name. */
export function PlacePicker({ label, places, chosen, onChoose, placeholder, description }: PlacePickerProps) {
  const [query, setQuery] = useState("");
  const wanted = query.trim().replace(/^#/, "").toLowerCase();
  const found = places.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, most);
  return (
    <ComboField
      label={label}
      placeholder={placeholder ?? t("rights.findChannel")}
      empty={t("rights.noChannel")}
      {...(description !== undefined && { description })}
      chosen={chosen && { id: chosen.id, label: chosen.name }}
      options={found.map(({ id, name }) => ({ id, label: name }))}
      onType={setQuery}
      onChoose={(id) => onChoose(places.find((place) => place.id === id))}
      onClear={() => onChoose(undefined)}
    />
  );
}
