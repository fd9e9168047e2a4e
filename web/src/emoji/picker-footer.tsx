import { emojiText } from "../text/emoji.ts";
import { setSkinTone } from "./habits.ts";
import { type Emoji, type SkinTone, skinTones, withTone } from "./table.ts";

interface PickerFooterProps {
  readonly emoji: Emoji | undefined;
  readonly tone: SkinTone | undefined;
}

/** What would be picked, and the tone of skin to pick it in. */
export function PickerFooter({ emoji, tone }: PickerFooterProps) {
  const tones = [undefined, ...skinTones] as const;
  return (
    <div className="flex min-h-12 items-center gap-2.5 border-t border-line px-3">
      <span aria-hidden className="text-[26px] leading-none">
        {emoji?.tones ? withTone(emoji.char, tone) : emoji?.char}
      </span>
      <span className="min-w-0 flex-1 truncate text-[13px] text-ink2">
        {emoji && `:${emoji.codes[0] ?? emoji.label}:`}
      </span>
      <div role="radiogroup" aria-label={emojiText("skinTone")} className="flex">
        {tones.map((each) => (
          <label
            key={each ?? "none"}
            className="grid size-6 cursor-pointer place-items-center rounded-full leading-none has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="skin-tone"
              className="sr-only"
              aria-label={each ?? emojiText("noTone")}
              checked={each === tone}
              onChange={() => setSkinTone(each)}
            />
            <span aria-hidden>{withTone("✋", each)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
