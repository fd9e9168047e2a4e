import { useId } from "react";

interface SwitchProps {
  readonly label: string;
  readonly description?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Switch({ label, description, isOn, onChange, isDisabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-4 py-2">
      <div className="flex-1">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {description === undefined ? null : (
          <p id={`${id}-description`} className="text-[13px] text-ink3">
            {description}
          </p>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={description === undefined ? undefined : `${id}-description`}
        onChange={(event) => onChange(event.target.checked)}
        className="switch"
      />
    </div>
  );
}
