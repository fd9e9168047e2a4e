export async function close(end: () => Promise<void>): Promise<void> {
  await end();
}
