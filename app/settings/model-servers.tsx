import { Button } from "#app/ui/button.tsx";
import { settingsWords } from "#app/words/settings-words.ts";
import type { ModelServerStatus, Remedy } from "#server/engines/models/port.ts";
import type { ModelTask } from "#server/maintenance/model-tasks.ts";
import { isUnderWay, lackedBy } from "./model-rows.ts";
import { useTaskActions } from "./use-model-tasks.ts";

const words = settingsWords.models;
const hostOf = (address: string) => address.replace(/^https?:\/\//, "");

/** Lists several servers, each with whether it answers and which models it lacks. One server needs no list. */
export function ModelServers({ servers, tasks }: { servers: ModelServerStatus[]; tasks: ModelTask[] }) {
  const { start } = useTaskActions();
  if (servers.length < 2) return null;
  return (
    <ul aria-label={words.servers} className="grid gap-2 border-line border-t px-5 py-3 text-sm max-sm:px-4">
      {servers.map((server) => {
        const lacking = lackedBy(server);
        return (
          <li key={server.address} className="flex gap-2.5">
            <span
              aria-hidden
              className={`mt-1.75 size-2 shrink-0 rounded-full ${lacking.length > 0 ? "bg-line-2" : "bg-accent"}`}
            />
            <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <p>
                {server.version ? words.answers(server.version, hostOf(server.address)) : lacking[0]?.detail}
              </p>
              {server.version !== null &&
                lacking.map(({ use, detail, remedy }) => (
                  <div key={use} className="flex flex-wrap items-baseline gap-x-3 text-ink-2">
                    <p className="min-w-0 flex-1 text-pretty">{detail}</p>
                    {remedy?.here && !isUnderWay(tasks, remedy) && (
                      <FetchButton
                        remedy={remedy}
                        onStart={() => start.mutate({ action: remedy.action, model: remedy.model })}
                      />
                    )}
                  </div>
                ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function FetchButton({ remedy, onStart }: { remedy: Remedy; onStart(): void }) {
  return (
    <Button
      look="quiet"
      className="-mr-3"
      aria-label={words.act(remedy.action, remedy.model)}
      onClick={onStart}
    >
      {words.actions[remedy.action]}
    </Button>
  );
}
