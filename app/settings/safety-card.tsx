import { Check, CircleAlert } from "lucide-react";
import { useHints } from "#app/ui/hints.tsx";
import { momentWords } from "#app/words/dates.ts";
import { settingsWords } from "#app/words/settings-words.ts";
import type { SafetyStatus } from "#server/status.ts";
import { Card } from "./card.tsx";
import { ProgressBar } from "./progress-bar.tsx";

const words = settingsWords.safety;

/** Shows whether the originals are whole, as far as is known, and when the database was last copied. */
export function SafetyCard({ checkedAt, checking, damaged, copiedAt }: SafetyStatus) {
  const { timeZone } = useHints();
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
            {checkedAt ? words.checked(momentWords(checkedAt, timeZone)) : words.neverChecked}
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
        {copiedAt && <p className="text-ink-2">{words.copied(momentWords(copiedAt, timeZone))}</p>}
      </div>
    </Card>
  );
}
