import type { RequestHandler } from "express";

/**
 * Lets requests begin one after the other, and everything else have its turn between them. A thousand that
 * come at once would otherwise keep all others waiting until the last of them has begun.
 */
export function inTurn(): RequestHandler {
  const waiting: (() => void)[] = [];

  function beginNext(): void {
    const begin = waiting.shift();
    if (waiting.length > 0) setImmediate(beginNext);
    begin?.();
  }

  return (_request, response, next) => {
    waiting.push(() => {
      if (!response.closed) next();
    });
    if (waiting.length === 1) setImmediate(beginNext);
  };
}
