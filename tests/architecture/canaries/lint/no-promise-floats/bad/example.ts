export function close(end: () => Promise<void>): void {
  end();
}
