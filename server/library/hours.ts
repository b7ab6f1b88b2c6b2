/** Hours of each day in which something may be done, in the local time of a time zone. */
export interface Hours {
  /** "22:00" */
  from: string;
  /** "07:00"; earlier than `from` if the hours go past midnight, and never the same. */
  to: string;
  /** An IANA name such as Europe/Berlin. */
  timeZone: string;
}

const minute = 60_000;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function localMinutes(at: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  });
  return minutesOf(clock.format(at));
}

/** Says whether the moment lies within the hours. */
export function isWithin({ from, to, timeZone }: Hours, at: number): boolean {
  const [now, begin, end] = [localMinutes(at, timeZone), minutesOf(from), minutesOf(to)];
  return begin < end ? now >= begin && now < end : now >= begin || now < end;
}

/**
 * Returns the next moment at which the hours begin or end, to the minute. It searches instead of computing, because a
 * day on which clocks are changed has an hour more or less.
 */
export function nextChange(hours: Hours, at: number): number {
  const isIn = isWithin(hours, at);
  let [before, after] = [at, at];
  // Hours are at least a minute long; steps of a quarter of an hour find longer ones in few looks.
  const step = Math.min(15, span(hours), 24 * 60 - span(hours)) * minute;
  while (isWithin(hours, after) === isIn) [before, after] = [after, after + step];
  while (after - before > minute) {
    const middle = Math.floor((before + after) / 2);
    if (isWithin(hours, middle) === isIn) before = middle;
    else after = middle;
  }
  return Math.floor(after / minute) * minute;
}

const span = ({ from, to }: Hours) => (minutesOf(to) - minutesOf(from) + 24 * 60) % (24 * 60);
