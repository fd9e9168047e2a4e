/** Time as an event loop sees it. Nothing that waits here keeps the process alive. */
export const systemTimers = {
  now: (): number => performance.now(),
  random: (): number => Math.random(),
  after(ms: number, run: () => void): () => void {
    if (ms <= 0) {
      const immediate = setImmediate(run);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
  every(ms: number, run: () => void): () => void {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  },
};
