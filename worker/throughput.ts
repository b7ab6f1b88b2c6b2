/**
 * Finds the number of requests at once with which a model server describes most photos. It begins with one, adds one
 * while that makes more photos a minute, and goes back when it does not; now and then it tries whether one less is as
 * fast. When the server says that it is overloaded, it halves the number. That is additive increase and multiplicative
 * decrease (Chiu and Jain 1989), steered by measurements.
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

/**
 * A measurement takes at least this many milliseconds, this many answers, and `answersEach` answers for each request at
 * once.
 */
const leastMs = 1_000;
const leastAnswers = 4;
const answersEach = 2;
/** One more request must bring this share of what it would bring at best. */
const leastGain = 0.3;
/**
 * How many measurements pass before one request more or less is tried again. The number doubles after each trial that
 * changed nothing, so that a server that serves one at a time is left alone.
 */
const rests = { first: 4, longest: 160 };

export function createThroughput({ most, now }: Options): Throughput {
  let limit = 1;
  /** The last measurement outside trials. */
  let base: Measured | null = null;
  let resting = 0;
  let rest = rests.first;
  let next: "more" | "less" = "more";
  let begunAt: number | null = null;
  let answers = 0;

  function begin(): void {
    begunAt = now();
    answers = 0;
  }

  function settle(to: number, wait: number): void {
    limit = to;
    base = null;
    rest = wait;
    resting = wait;
  }

  const longer = () => Math.min(rests.longest, rest * 2);

  /** Says whether the additional request is worth having. */
  function isWorth(more: Measured, less: Measured): boolean {
    return more.rate / less.rate - 1 >= leastGain / less.limit;
  }

  function startTrial(from: Measured): void {
    base = from;
    limit = next === "more" ? Math.min(most, from.limit + 1) : from.limit - 1;
  }

  function judge(measured: Measured): void {
    if (base && measured.limit > base.limit) {
      if (isWorth(measured, base)) {
        rest = rests.first;
        startTrial(measured);
      } else {
        // An earlier gain may have been chance, so one less is tried next.
        next = base.limit > 1 ? "less" : "more";
        settle(base.limit, longer());
      }
    } else if (base && measured.limit < base.limit) {
      const goesBack = isWorth(base, measured);
      next = goesBack || measured.limit === 1 ? "more" : "less";
      settle(goesBack ? base.limit : measured.limit, goesBack ? longer() : rests.first);
    } else if (resting > 1) {
      resting--;
    } else startTrial(measured);
  }

  return {
    limit: () => limit,

    answered(hadWork) {
      // A measurement needs enough work, and it leaves out the first answer, for which a model may have been loaded.
      if (begunAt === null || !hadWork) return begin();
      answers++;
      const took = now() - begunAt;
      if (took < leastMs || answers < Math.max(leastAnswers, limit * answersEach)) return;
      judge({ limit, rate: answers / took });
      begin();
    },

    overloaded() {
      next = "more";
      settle(Math.max(1, Math.floor(limit / 2)), rests.first);
      begunAt = null;
    },
  };
}
