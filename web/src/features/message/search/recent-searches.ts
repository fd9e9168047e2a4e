const storageKey = "chatter.searches";
const most = 8;

/** What was searched for on this device, the latest first. */
export function recentSearches(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(value) ? value.filter((query) => typeof query === "string") : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const others = recentSearches().filter((other) => other !== query);
  localStorage.setItem(storageKey, JSON.stringify([query, ...others].slice(0, most)));
}

export function forgetSearches(): void {
  localStorage.removeItem(storageKey);
}
