import temml from "temml";

/** How far macros may unfold, and how large in em a rule or a space may be. */
const limits = { maxExpand: 500, maxSize: [20, 20] } satisfies {
  maxExpand: number;
  maxSize: [number, number];
};

/**
 * The formula as a MathML element, which reads aloud and is copied as what it means; undefined where the TeX
 * cannot be read. It makes no links and no classes: `trust` is off.
 */
export function typeset(tex: string, apart: boolean): Element | undefined {
  const place = document.createElement("span");
  try {
    temml.render(tex, place, { displayMode: apart, throwOnError: true, trust: false, ...limits });
  } catch {
    return undefined;
  }
  return place.firstElementChild ?? undefined;
}
