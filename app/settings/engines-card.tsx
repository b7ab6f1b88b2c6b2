import { Check, CircleAlert } from "lucide-react";
import { settingsWords } from "#app/words/en-settings.ts";
import type { EngineStatus, SystemStatus } from "#server/status.ts";
import { Card } from "./card.tsx";

const words = settingsWords.engines;

/** What the library stands on: which engine does what, and whether it answers. */
export function EnginesCard({ engines, decoder }: Pick<SystemStatus, "engines" | "decoder">) {
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
        {decoder && <Line name={words.reading} detail={decoder} problem={words.lacks} />}
      </ul>
    </Card>
  );
}

const detailOf = ({ name, ready, detail }: EngineStatus) =>
  ready && detail === "embedded" ? words.embedded[name] : detail;

/** `problem`: what is wrong, in a few words; null where all is well. */
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
