import { SendHorizontal } from "lucide-react";
import { useId } from "react";
import { composerText } from "../text/composer.ts";
import { Button } from "../ui/button.tsx";
import type { ComposerProps } from "./composer-props.ts";
import { ComposerToolbar } from "./composer-toolbar.tsx";
import { optionId, SuggestionList } from "./suggestion-list.tsx";
import { useComposer } from "./use-composer.ts";

/**
 * Where a message is written: Markdown in a plain text area, which browsers, input methods and screen
 * readers know best. What is typed belongs to the caller, so that nothing of it is ever lost.
 */
export function Composer(props: ComposerProps) {
  const { label, value, onChange, isDisabled = false } = props;
  const { area, suggestions, ...composer } = useComposer(props);
  const listId = useId();
  const isListOpen = suggestions.items.length > 0;
  return (
    <div className="relative">
      {isListOpen && (
        <SuggestionList
          id={listId}
          items={suggestions.items}
          active={suggestions.active}
          onPoint={suggestions.setActive}
          onChoose={composer.choose}
        />
      )}
      <div className="rounded-xl border border-field-line bg-raised transition focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-soft">
        {props.attachments}
        {/* Not a combobox: that role is for one line, and screen readers would read it as such. */}
        <textarea
          ref={area.ref}
          dir="auto"
          rows={1}
          value={value}
          disabled={isDisabled}
          autoFocus={props.autoFocus}
          placeholder={label}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={isListOpen ? listId : undefined}
          aria-activedescendant={isListOpen ? optionId(listId, suggestions.active) : undefined}
          onChange={(event) => onChange(event.target.value)}
          onSelect={area.onSelect}
          onBlur={area.onBlur}
          onKeyDown={composer.onKeyDown}
          onPaste={composer.onPaste}
          className="field-sizing-content block max-h-[40dvh] w-full resize-none bg-transparent px-3.5 pt-2.5 pb-1 outline-none coarse:text-base"
        />
        <ComposerToolbar edit={area.edit} onFiles={props.onFiles} tools={props.tools}>
          <TooLong by={composer.tooMany} />
          <Button
            tone="primary"
            size="small"
            disabled={!composer.canSend}
            // Keeps the keyboard of a phone open.
            onPointerDown={(event) => event.preventDefault()}
            onClick={composer.send}
            className="coarse:min-h-9"
          >
            <SendHorizontal size={16} className="rtl:-scale-x-100" aria-hidden />
            {props.sendLabel ?? composerText("send")}
          </Button>
          {props.besideSend}
        </ComposerToolbar>
      </div>
    </div>
  );
}

function TooLong({ by }: { readonly by: number }) {
  if (by <= 0) return null;
  return (
    <p role="status" className="px-2 text-[13px] text-mention">
      {composerText("tooLong", { count: by })}
    </p>
  );
}
