/** Measures how many photos a minute a server has described over the last minutes. */
export interface DescribingPace {
  described(): void;
  /** Null while too little has been described of late to say anything. */
  perMinute(): number | null;
  /** Forgets the measurements, because the next photos have nothing to do with them. */
  forget(): void;
}

/** In milliseconds. For a slow server the last few photos count, even if they are older. */
const lately = 180_000;
const least = 4;
/** A server that is silent for longer than this, in milliseconds, and than a few photos take, has stopped. */
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
