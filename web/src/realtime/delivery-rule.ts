/** What entries `first` to `first + count - 1` are to a reader that has applied everything up to `cursor`. */
export type News = { readonly kind: "next"; readonly skip: number } | { readonly kind: "known" | "gap" };

/** Entry n is applied only after n - 1, and once: what is there is dropped, and over a gap nothing is applied. */
export function newsIn(cursor: number, first: number, count: number): News {
  if (first > cursor + 1) return { kind: "gap" };
  const skip = cursor + 1 - first;
  return skip >= count ? { kind: "known" } : { kind: "next", skip };
}
