import { threadText } from "../../../text/thread.ts";

interface AlsoInChannelProps {
  readonly place: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether the reply is shown in the channel too. */
export function AlsoInChannel({ place, isOn, onChange }: AlsoInChannelProps) {
  return (
    <label className="mt-1.5 flex min-h-7 w-fit items-center gap-2 px-1 text-[13px] text-ink2 coarse:min-h-11">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
      {threadText("alsoInChannel", { place })}
    </label>
  );
}
