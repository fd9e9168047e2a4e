import { type MouseEvent, memo, type PointerEvent } from "react";
import { emojiText } from "../text/emoji.ts";
import type { PickerSection, Place } from "./picker-rows.ts";
import { columns, emojiAt } from "./picker-rows.ts";
import { type Emoji, type SkinTone, withTone } from "./table.ts";

interface PickerGridProps {
  readonly sections: readonly PickerSection[];
  readonly active: Place;
  readonly tone: SkinTone | undefined;
  readonly onPick: (emoji: Emoji, wantsMore: boolean) => void;
  readonly onPoint: (place: Place) => void;
}

export function cellId({ row, column }: Place): string {
  return `emoji-${row}-${column}`;
}

export function sectionId(id: PickerSection["id"]): string {
  return `emoji-section-${id}`;
}

export function PickerGrid({ sections, active, tone, onPick, onPoint }: PickerGridProps) {
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    const emoji = place && emojiAt(sections, place);
    if (emoji !== undefined) onPick(emoji, event.shiftKey);
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = event.pointerType === "mouse" ? placeOf(event.target) : undefined;
    if (place !== undefined && cellId(place) !== cellId(active)) onPoint(place);
  };
  let firstRow = 0;
  return (
    <div
      id="emoji-grid"
      role="grid"
      aria-label={emojiText("grid")}
      onClick={onClick}
      onPointerMove={onPointerMove}
      className="min-h-0 flex-1 overflow-y-auto px-2 pb-2"
    >
      {sections.map((section) => {
        const offset = firstRow;
        firstRow += section.rows.length;
        return (
          <div
            key={section.id}
            id={sectionId(section.id)}
            role="rowgroup"
            aria-label={emojiText(section.id)}
            className="[content-visibility:auto]"
            style={{ containIntrinsicSize: `auto ${28 + section.rows.length * 40}px` }}
          >
            <p
              aria-hidden
              className="sticky top-0 z-1 bg-raised px-1 pt-1.5 pb-1 text-xs font-semibold text-ink3"
            >
              {emojiText(section.id)}
            </p>
            {section.rows.map((emoji, index) => (
              <PickerRow
                key={emoji[0]?.char}
                emoji={emoji}
                row={offset + index}
                activeColumn={active.row === offset + index ? active.column : undefined}
                tone={tone}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface PickerRowProps {
  readonly emoji: readonly Emoji[];
  readonly row: number;
  readonly activeColumn: number | undefined;
  readonly tone: SkinTone | undefined;
}

/** Remembered, so that moving about renders two rows and not two hundred. */
const PickerRow = memo(function PickerRow({ emoji, row, activeColumn, tone }: PickerRowProps) {
  return (
    <div role="row" className="grid" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {emoji.map((each, column) => (
        <span
          key={each.char}
          id={cellId({ row, column })}
          role="gridcell"
          aria-label={each.label}
          aria-selected={column === activeColumn}
          data-place={`${row} ${column}`}
          className="grid h-10 cursor-pointer place-items-center rounded-lg text-2xl leading-none select-none aria-selected:bg-hover"
        >
          {each.tones ? withTone(each.char, tone) : each.char}
        </span>
      ))}
    </div>
  );
});

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
  const [row, column] = cell?.dataset["place"]?.split(" ").map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}
