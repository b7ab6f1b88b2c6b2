/** Measures how many photos a minute a server has described over the last minutes. */
export interface DescribingPace {
  described(): void;
  /** Null while too little has been described of late to say anything. */
  perMinute(): number | null;
  /** Forgets what was measured, because what comes next has nothing to do with it. */
  forget(): void;
}

/** In milliseconds; of a slow server the last few photos count, although they are older. */
const lately = 180_000;
const least = 4;
/** Milliseconds in which a server is silent before we say that it has stopped; besides a few photos' time. */
const patience = 10_000;

/** `now` gives the milliseconds of a clock that nobody sets. */
export function createPace(now: () => number): DescribingPace {
  let times: number[] = [];

  return {
    described() {
      times.push(now());
      const old = times.findIndex((time) => time > now() - lately);
      times.splice(0, Math.min(old, times.length - least));
    },
    perMinute() {
      const [first, last] = [times[0], times.at(-1)];
      if (first === undefined || last === undefined || times.length < least) return null;
      const each = (last - first) / (times.length - 1);
      return each === 0 || now() - last > 4 * each + patience ? null : 60_000 / each;
    },
    forget() {
      times = [];
    },
  };
}
