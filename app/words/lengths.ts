import { plural } from "./counts.ts";

/** Says how long a video is, as players do: "0:42", "1:02:03". */
export function clockLength(ms: number): string {
  const { hours, minutes, seconds } = partsOf(ms);
  const two = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** Says the same for those who hear it: "42 seconds", "1 minute 5 seconds". */
export function spokenLength(ms: number): string {
  const { hours, minutes, seconds } = partsOf(ms);
  const parts = [
    hours > 0 && plural(hours, "hour", "hours"),
    minutes > 0 && plural(minutes, "minute", "minutes"),
    seconds > 0 && plural(seconds, "second", "seconds"),
  ].filter((part) => part !== false);
  return parts.join(" ") || plural(0, "second", "seconds");
}

/** A video of less than a second is one of a second. */
function partsOf(ms: number): { hours: number; minutes: number; seconds: number } {
  const all = ms > 0 ? Math.max(1, Math.round(ms / 1000)) : 0;
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
}
