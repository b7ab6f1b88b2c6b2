import type { RequestHandler } from "express";

/**
 * Lets requests begin one after the other, with room for other work between them. Otherwise a thousand requests at once
 * would keep everything waiting until the last of them has begun.
 */
export function oneByOne(): RequestHandler {
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
