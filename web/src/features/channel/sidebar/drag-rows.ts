import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";

/** Lets the mouse carry the rows of a list to another index of it, until the answer is called. */
export function dragRows(list: HTMLElement, onDrop: (from: number, to: number) => void): () => void {
  const rows = [...list.children].filter((row) => row instanceof HTMLElement);
  const mark = (gap: number | undefined) => {
    for (const [index, row] of rows.entries()) {
      const isAfter = gap === rows.length && index === rows.length - 1;
      row.dataset["drop"] = index === gap ? "before" : isAfter ? "after" : "";
    }
  };
  return combine(
    ...rows.flatMap((row, index) => {
      const link = row.querySelector("a");
      return [
        ...(link === null ? [] : [draggable({ element: link, getInitialData: () => ({ list, index }) })]),
        dropTargetForElements({
          element: row,
          canDrop: ({ source }) => source.data["list"] === list,
          // Whoever leaves the list sideways still means the row that was last below.
          getIsSticky: () => true,
          onDrag: ({ location }) => mark(gapAt(row, index, location.current.input.clientY)),
          onDragLeave: () => mark(undefined),
          onDrop: ({ source, location }) => {
            mark(undefined);
            const from = Number(source.data["index"]);
            const gap = gapAt(row, index, location.current.input.clientY);
            onDrop(from, gap > from ? gap - 1 : gap);
          },
        }),
      ];
    }),
  );
}

/** Before which row something is let go: this one, or the next where it is over the lower half. */
function gapAt(row: HTMLElement, index: number, y: number): number {
  const { top, height } = row.getBoundingClientRect();
  return y > top + height / 2 ? index + 1 : index;
}
