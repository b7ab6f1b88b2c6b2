/** The output of a command, and the signal that stops it (Ctrl-C). */
export interface Terminal {
  print(line: string): void;
  /** Shows a line that replaces the one before on a terminal. Elsewhere it prints a line now and then. */
  progress(line: string): void;
  stop: AbortSignal;
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());

const showEvery = 5_000;
let shownAt = Number.NEGATIVE_INFINITY;
let isOpen = false;

export const terminal: Terminal = {
  print(line) {
    if (isOpen) process.stdout.write("\n");
    isOpen = false;
    console.log(line);
  },
  progress(line) {
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\x1b[K${line}`);
      isOpen = true;
    } else if (performance.now() - shownAt > showEvery) {
      shownAt = performance.now();
      console.log(line);
    }
  },
  stop: stopping.signal,
};

/** Returns true if the error only means that somebody stopped the command. */
export function isQuiet(error: unknown): boolean {
  return stopping.signal.aborted && error === stopping.signal.reason;
}
