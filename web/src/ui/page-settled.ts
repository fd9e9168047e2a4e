let waiting: (() => void)[] = [];

/** Runs work once what somebody came for is on screen. */
export function whenPageSettled(work: () => void): void {
  waiting.push(work);
}

/** Says that it is, or that it will not come. An effect of what is shown then calls it. */
export function pageSettled(): void {
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}
