/** What a command may say, and how it hears that it is no longer wanted (Ctrl-C). */
export interface Terminal {
  print(line: string): void;
  /** A line that the next one replaces, where people look on; else a line now and then. */
  progress(line: string): void;
  stop: AbortSignal;
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());

const showEvery = 5_000;
let shownAt = 0;
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
    } else if (Date.now() - shownAt > showEvery) {
      shownAt = Date.now();
      console.log(line);
    }
  },
  stop: stopping.signal,
};

/** Whether it is only the end that somebody asked for. */
export function isQuiet(error: unknown): boolean {
  return stopping.signal.aborted && error === stopping.signal.reason;
}
