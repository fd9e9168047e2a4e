/** Runs work when the browser has nothing better to do; calling the result stops it or tells it by its signal. */
export function whenIdle(work: (signal: AbortSignal) => void | Promise<void>): () => void {
  const controller = new AbortController();
  const run = () => void work(controller.signal);
  // Safari has no requestIdleCallback.
  const cancel = "requestIdleCallback" in window ? idle(run) : soon(run);
  return () => {
    controller.abort();
    cancel();
  };
}

function idle(run: () => void): () => void {
  const handle = requestIdleCallback(run, { timeout: 1_000 });
  return () => cancelIdleCallback(handle);
}

function soon(run: () => void): () => void {
  const handle = setTimeout(run, 50);
  return () => clearTimeout(handle);
}
