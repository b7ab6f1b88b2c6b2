import { Check, CircleAlert } from "lucide-react";
import { settingsWords } from "#app/words/settings-words.ts";
import type { EngineStatus, SystemStatus, VectorsStatus } from "#server/status.ts";
import { Card } from "./card.tsx";
import { ProgressBar } from "./progress-bar.tsx";

const words = settingsWords.engines;

type EnginesCardProps = Pick<SystemStatus, "engines" | "models" | "vectors" | "decoder">;

/** Shows which engine does what, and whether it answers. */
export function EnginesCard({ engines, models, vectors, decoder }: EnginesCardProps) {
  return (
    <Card title={words.title} intro={words.intro}>
      <ul className="grid gap-3 px-5 py-4 text-sm max-sm:px-4">
        {engines.map((engine) => (
          <Line
            key={engine.name}
            name={words.names[engine.name]}
            detail={detailOf(engine)}
            problem={engine.ready ? null : words.fails}
          />
        ))}
        <Vectors {...vectors} wanted={models.embed.ready ? models.embed.model : null} />
        {decoder && <Line name={words.reading} detail={decoder} problem={words.lacks} />}
      </ul>
    </Card>
  );
}

const detailOf = ({ name, ready, detail }: EngineStatus) =>
  ready && detail === "embedded" ? words.embedded[name] : detail;

/** Shows which vectors are searched, and the progress of new ones. `wanted` is the configured model if it is ready. */
function Vectors({ serving, filling, wanted }: VectorsStatus & { wanted: string | null }) {
  if (!filling || filling.total === 0) {
    if (!serving) return null;
    const next = wanted === null || wanted === serving ? "" : ` ${words.takesOver(wanted)}`;
    return <Line name={words.vectors} detail={words.searched(serving) + next} problem={null} />;
  }
  const { model, done, total } = filling;
  const label = words.filling(model);
  const text = words.filled(done, total);
  return (
    <li className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="font-medium">{words.vectors}</span>
      <div className="text-pretty text-ink-2 [overflow-wrap:anywhere]">
        <p className="mb-2">
          {label}: {text}.{serving && ` ${words.untilThen}`}
        </p>
        <ProgressBar label={label} part={done / total} text={text} />
      </div>
    </li>
  );
}

/** Shows one engine. `problem` says in a few words what is wrong; null if all is well. */
function Line({ name, detail, problem }: { name: string; detail: string; problem: string | null }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_16px] gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)_16px]">
      <span className="font-medium">{name}</span>
      <span className="text-pretty text-ink-2 max-sm:row-start-2 [overflow-wrap:anywhere]">{detail}</span>
      <span className="pt-0.5">
        {problem ? (
          <CircleAlert size={16} aria-label={problem} role="img" className="text-danger" />
        ) : (
          <Check size={16} aria-label={words.works} role="img" className="text-accent" />
        )}
      </span>
    </li>
  );
}
