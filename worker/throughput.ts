/**
 * Finds how many requests at once a model server turns into throughput. It begins with one, adds one while
 * that makes more photos a minute, and goes back when it does not; when the server says that it is
 * overloaded, it halves. That is additive increase and multiplicative decrease (Chiu and Jain 1989), steered by
 * what is measured.
 */
export interface Throughput {
  /** How many requests there may be at once now. */
  limit(): number;
  /** Call it when a request has been answered; `hadWork` says whether more were waiting all the while. */
  answered(hadWork: boolean): void;
  /** Call it when the server said that it is busy or out of memory. */
  overloaded(): void;
}

interface Options {
  most: number;
  /** Milliseconds of a clock that nobody sets. */
  now(): number;
}

interface Measured {
  limit: number;
  /** Answers a millisecond. */
  rate: number;
}

/** A measurement takes at least so many milliseconds, and so many answers for each request at once. */
const leastMs = 1_000;
const leastAnswers = 4;
const answersEach = 2;
/** One more request must bring this share of what it would bring at best. */
const leastGain = 0.3;
/**
 * So many measurements pass before one more request is tried again: after each trial that brought nothing twice as
 * many, so that a server that serves one at a time is left to do so.
 */
const rests = { first: 20, longest: 160 };

export function createThroughput({ most, now }: Options): Throughput {
  let limit = 1;
  let base: Measured | null = null;
  let resting = 0;
  let rest = rests.first;
  let begunAt: number | null = null;
  let answers = 0;

  function begin(): void {
    begunAt = now();
    answers = 0;
  }

  function settle(to: number): void {
    limit = to;
    base = null;
    resting = rest;
  }

  function judge(measured: Measured): void {
    if (resting > 0) {
      resting--;
      base = measured;
    } else if (base && base.limit < measured.limit) {
      const gain = measured.rate / base.rate - 1;
      if (gain < leastGain / base.limit) {
        settle(base.limit);
        rest = Math.min(rests.longest, rest * 2);
        return;
      }
      rest = rests.first;
      base = measured;
    } else base = measured;
    if (resting === 0) limit = Math.min(most, base.limit + 1);
  }

  return {
    limit: () => limit,

    answered(hadWork) {
      // Times in which there was too little to do say nothing, and neither does the first answer, for which a
      // model may have been loaded.
      if (begunAt === null || !hadWork) return begin();
      answers++;
      const took = now() - begunAt;
      if (took < leastMs || answers < Math.max(leastAnswers, limit * answersEach)) return;
      judge({ limit, rate: answers / took });
      begin();
    },

    overloaded() {
      rest = rests.first;
      settle(Math.max(1, Math.floor(limit / 2)));
      begunAt = null;
    },
  };
}
