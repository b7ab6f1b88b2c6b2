import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { useHints } from "#app/ui/hints.tsx";
import { describingWords as words } from "#app/words/describing-words.ts";
import { useDescribing, useDescribingRule } from "./use-describing.ts";

/** The hours of "Describe tonight". */
export const night = { from: "22:00", to: "07:00" };

/** Says how fast photos are described and when that is done, and has describing pause or wait for the night. */
export function DescribingControls() {
  const status = useDescribing();
  const { now, timeZone } = useHints();
  const rule = useDescribingRule();
  const { state, hours, servers } = status;
  const said = words.says(status, now, timeZone);
  return (
    <>
      <p role="status" className="text-pretty">
        {said}
      </p>
      {hours && <p className="text-pretty text-ink-2">{words.onlyBetween(hours.from, hours.to)}</p>}
      {state === "on" && servers.length > 1 && (
        <ul className="text-ink-2 [overflow-wrap:anywhere]">
          {servers.map((server) => (
            <li key={server.address}>{words.server(server)}</li>
          ))}
        </ul>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {state === "paused" ? (
          <Button look="secondary" disabled={rule.isPending} onClick={() => rule.mutate({ paused: false })}>
            {words.goOn}
          </Button>
        ) : (
          <Button look="secondary" disabled={rule.isPending} onClick={() => rule.mutate({ paused: true })}>
            {words.pause}
          </Button>
        )}
        {hours ? (
          <Button look="quiet" disabled={rule.isPending} onClick={() => rule.mutate({ hours: null })}>
            {words.now}
          </Button>
        ) : (
          <Button
            look="quiet"
            disabled={rule.isPending}
            onClick={() => rule.mutate({ hours: { ...night, timeZone }, paused: false })}
          >
            {words.tonight}
          </Button>
        )}
      </div>
      {rule.error && (
        <p role="alert" className="mt-2 text-danger">
          {reasonOf(rule.error)}
        </p>
      )}
    </>
  );
}
