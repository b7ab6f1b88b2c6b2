import { Progress } from "radix-ui";

interface ProgressBarProps {
  label: string;
  /** From 0 to 1; null where nobody knows. */
  part: number | null;
  /** How far it is, in words. */
  text: string;
}

/** A bar that fills; without a measure it breathes. */
export function ProgressBar({ label, part, text }: ProgressBarProps) {
  const look =
    part === null ? "motion-safe:animate-pulse opacity-40" : "transition-[width] duration-1000 ease-linear";
  return (
    <Progress.Root
      value={part === null ? null : part * 100}
      getValueLabel={() => text}
      aria-label={label}
      className="h-1 overflow-hidden rounded-full bg-fill-2"
    >
      <Progress.Indicator
        className={`h-full rounded-full bg-accent ${look}`}
        style={{ width: `${(part ?? 1) * 100}%` }}
      />
    </Progress.Root>
  );
}
