/** What stands beside the list of channels when none is open. */
export function HomePage() {
  return null;
}
