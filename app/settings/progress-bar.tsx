import { Progress } from "radix-ui";

interface ProgressBarProps {
  label: string;
  /** From 0 to 1; null if it is unknown. */
  part: number | null;
  /** The progress in words. */
  text: string;
}

/** Shows a bar that fills. While the progress is unknown, it pulses. */
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
