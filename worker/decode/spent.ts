let spent = false;

/** Says that what this process has in its memory may disturb the next file, so that another process should open it. */
export function markSpent(): void {
  spent = true;
}

export const isSpent = () => spent;
