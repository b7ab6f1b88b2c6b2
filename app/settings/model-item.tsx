import { Check, CircleAlert, Info } from "lucide-react";
import { type MouseEvent, type RefObject, useRef } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { useBeforePaint } from "#app/ui/hydrated.ts";
import { settingsWords } from "#app/words/settings-words.ts";
import type { Remedy } from "#server/engines/models/port.ts";
import type { ModelTask } from "#server/maintenance/model-tasks.ts";
import { CommandLine } from "./command-line.tsx";
import type { Lacking, ModelRow } from "./model-rows.ts";
import { TaskProgress } from "./task-progress.tsx";
import { useTaskActions } from "./use-model-tasks.ts";

const words = settingsWords.models;

interface ModelItemProps {
  row: ModelRow;
  /** The version of Ollama. */
  version: string;
  /** Words to show instead of the model's own reason while no model can work; null otherwise. */
  waits: string | null;
  advice: string | null;
}

/** Shows one use of a model: which model, whether it is ready, and if not, why and what to do. */
export function ModelItem({
  row: { use, readiness, task, remedy, asAbove },
  version,
  waits,
  advice,
}: ModelItemProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { start, stop } = useTaskActions();
  const running = task?.state === "running" ? task : null;
  const failure = start.error ?? stop.error;
  const isHere = remedy?.here ?? false;
  return (
    <li className="border-line border-t px-5 py-4 max-sm:px-4">
      <div className="flex items-center gap-4">
        <div className="min-w-0 flex-1">
          <h3 ref={title} tabIndex={-1} className="font-medium outline-none">
            {words.uses[use]}
          </h3>
          <p className="text-ink-2 text-sm [overflow-wrap:anywhere]">{readiness.model}</p>
        </div>
        {readiness.ready && (
          <span className="flex items-center gap-1.5 text-ink-2 text-sm">
            <Check size={16} aria-hidden className="text-accent" />
            {words.ready}
          </span>
        )}
        {waits && !task && <span className="text-ink-3 text-sm">{waits}</span>}
        {(running || (remedy && isHere)) && (
          <TaskButton
            task={task}
            remedy={remedy}
            title={title}
            onStart={({ action, model }) => start.mutate({ action, model })}
            onStop={({ action, model }) => stop.mutate({ action, model })}
          />
        )}
      </div>
      {running ? (
        <TaskProgress task={running} />
      ) : (
        !readiness.ready && !waits && <Reason {...{ readiness, task, asAbove, version }} />
      )}
      {remedy && !isHere && !running && <CommandLine command={remedy.command} />}
      {failure && <Problem words={reasonOf(failure)} />}
      {advice && (
        <p className="mt-2.5 flex gap-2 text-pretty text-ink-3 text-sm [overflow-wrap:anywhere]">
          <Info size={16} aria-hidden className="mt-0.5" />
          {advice}
        </p>
      )}
    </li>
  );
}

interface TaskButtonProps {
  task: ModelTask | null;
  remedy: Remedy | null;
  /** Gets the focus when the button disappears. */
  title: RefObject<HTMLElement>;
  onStart(wanted: Remedy): void;
  onStop(task: ModelTask): void;
}

/** Starts or cancels a task. It is one button for both, so that the focus stays on it. */
function TaskButton({ task, remedy, title, onStart, onStop }: TaskButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useBeforePaint(() => {
    const { current } = button;
    return () => {
      if (current && current === document.activeElement) title.current?.focus();
    };
  }, [title]);

  function onClick(event: MouseEvent): void {
    // Ignore the second click of a double click, which would cancel the task at once.
    if (event.detail > 1) return;
    if (task?.state === "running") onStop(task);
    else if (remedy) onStart(remedy);
  }

  const [label, name] = labelOf(task, remedy);
  return (
    <Button
      ref={button}
      look={task?.state === "running" ? "quiet" : "secondary"}
      className={task?.state === "running" ? "-mr-3.5" : ""}
      aria-label={name}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

function labelOf(task: ModelTask | null, remedy: Remedy | null): [label: string, name: string] {
  if (task?.state === "running") return [words.cancel, words.cancelOne(task.action, task.model)];
  if (task?.state === "failed") return [words.again, words.againWith(task.model)];
  return remedy ? [words.actions[remedy.action], words.act(remedy.action, remedy.model)] : ["", ""];
}

function Reason({
  readiness,
  task,
  asAbove,
  version,
}: Pick<ModelRow, "task" | "asAbove"> & { readiness: Lacking; version: string }) {
  if (task?.state === "failed") return <Problem words={task.reason ?? ""} />;
  const said =
    task?.state === "stopped"
      ? words.stopped[task.action]
      : asAbove
        ? words.asAbove
        : whyOf(readiness, version);
  return (
    <p className="mt-1 max-w-(--measure) text-pretty text-ink-2 text-sm [overflow-wrap:anywhere]">{said}</p>
  );
}

/** Returns the reason; it leaves out what to do if a button or a command says that. */
function whyOf({ remedy, detail }: Lacking, version: string): string {
  if (remedy?.action === "pull") return words.notFetched;
  if (remedy?.action === "prepare") return (remedy.here ? words.copyHere : words.copyElsewhere)(version);
  return detail;
}

function Problem({ words: said }: { words: string }) {
  return (
    <p className="mt-1.5 flex gap-2 text-pretty text-sm [overflow-wrap:anywhere]">
      <CircleAlert size={16} aria-hidden className="mt-0.5 text-danger" />
      {said}
    </p>
  );
}
