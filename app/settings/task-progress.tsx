import { settingsWords } from "#app/words/settings-words.ts";
import type { ModelTask } from "#server/maintenance/model-tasks.ts";
import { ProgressBar } from "./progress-bar.tsx";

/** Shows the progress of a model task: a bar, the step in words, bytes, and the percentage. */
export function TaskProgress({ task: { action, model, progress } }: { task: ModelTask }) {
  const step = stepOf(progress);
  const part = progress?.total ? Math.min(1, (progress.completed ?? 0) / progress.total) : null;
  return (
    <div className="pt-2.5">
      <ProgressBar label={settingsWords.models.progress(action, model)} part={part} text={step} />
      <p className="mt-2 flex justify-between gap-4 text-ink-2 text-sm">
        <span>{step}</span>
        {part !== null && <span className="shrink-0">{settingsWords.models.percent(part)}</span>}
      </p>
    </div>
  );
}

function stepOf(progress: ModelTask["progress"]): string {
  const { steps } = settingsWords;
  if (!progress) return steps.start;
  const { step, completed, total } = progress;
  if (step === "pull") {
    if (!total) return steps.size;
    return completed === total ? steps.check : steps.pull(completed ?? 0, total);
  }
  return total ? steps.with(steps[step], completed ?? 0, total) : steps[step];
}
