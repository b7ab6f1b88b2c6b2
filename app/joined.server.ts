import { Transform } from "node:stream";

/**
 * Joins what React writes at one time. React writes 2 kB at a time, each of which would be compressed, sent and parsed by
 * itself: a page of the library came in 30 pieces and took half as many bytes again.
 */
export class Joined extends Transform {
  #parts: Buffer[] = [];

  override _transform(part: Buffer, _encoding: string, done: () => void): void {
    this.#parts.push(part);
    done();
  }

  /** React calls this when it has written all that it has for now. */
  flush(): void {
    if (this.#parts.length > 0) this.push(Buffer.concat(this.#parts));
    this.#parts = [];
  }

  override _flush(done: () => void): void {
    this.flush();
    done();
  }
}
