import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, CircleAlert } from "lucide-react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { useHints } from "#app/ui/hints.tsx";
import { careWords } from "#app/words/care-words.ts";
import { momentWords } from "#app/words/dates.ts";
import { settingsWords } from "#app/words/settings-words.ts";
import type { SafetyStatus } from "#server/status.ts";
import { Card } from "./card.tsx";
import { ProgressBar } from "./progress-bar.tsx";

const words = settingsWords.safety;

/** Shows whether the originals are whole, as far as is known, and when the database was last copied. */
export function SafetyCard({ checkedAt, checking, damaged, copiedAt, found }: SafetyStatus) {
  const { timeZone } = useHints();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const check = useMutation(
    trpc.system.check.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.system.status.queryFilter()),
    }),
  );
  const Icon = damaged > 0 ? CircleAlert : Check;
  return (
    <Card title={words.title} intro={words.intro}>
      <div className="grid gap-3 px-5 py-4 text-sm max-sm:px-4">
        <p className="flex items-start gap-2">
          <Icon
            size={16}
            aria-hidden
            className={`mt-0.5 shrink-0 ${damaged > 0 ? "text-danger" : "text-accent"}`}
          />
          <span className="text-pretty">
            {damaged > 0 ? words.damaged(damaged) : words.whole}{" "}
            {checkedAt ? words.checked(momentWords(checkedAt, timeZone)) : words.neverChecked}{" "}
            {found && careWords.check.result(found.photos)}{" "}
            {found && careWords.check.mended(found.renditions)}
          </span>
        </p>
        {checking && checking.total > 0 && (
          <div className="text-ink-2">
            <p className="mb-2">{words.checking(checking.done, checking.total)}</p>
            <ProgressBar
              label={words.checkingLabel}
              part={checking.done / checking.total}
              text={words.checking(checking.done, checking.total)}
            />
          </div>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button
            look="secondary"
            aria-disabled={checking !== null || check.isPending}
            onClick={() => checking === null && !check.isPending && check.mutate()}
          >
            {careWords.check.now}
          </Button>
          <p role="status" className="text-ink-2">
            {checking !== null && checking.done === 0 && careWords.check.begins}
          </p>
          {check.error && (
            <p role="alert" className="text-danger">
              {reasonOf(check.error)}
            </p>
          )}
        </div>
        {copiedAt && <p className="text-ink-2">{words.copied(momentWords(copiedAt, timeZone))}</p>}
      </div>
    </Card>
  );
}
