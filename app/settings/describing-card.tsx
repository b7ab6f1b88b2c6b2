import { type FormEvent, useId, useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { DescribingControls, night } from "#app/library/describing-controls.tsx";
import { useDescribing, useDescribingRule } from "#app/library/use-describing.ts";
import { Button } from "#app/ui/button.tsx";
import { useHints } from "#app/ui/hints.tsx";
import { describingWords as words } from "#app/words/describing-words.ts";
import { Card } from "./card.tsx";

/** Shows how fast photos are described, and sets when that may be done. */
export function DescribingCard() {
  return (
    <Card title={words.title} intro={words.intro}>
      <div className="px-5 py-4 text-sm max-sm:px-4">
        <DescribingControls />
      </div>
      <HoursForm />
    </Card>
  );
}

function HoursForm() {
  const { hours } = useDescribing();
  const { timeZone } = useHints();
  const rule = useDescribingRule();
  const [typed, setTyped] = useState<{ from: string; to: string } | null>(null);
  const { from, to } = typed ?? hours ?? night;

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    rule.mutate({ hours: { from, to, timeZone } }, { onSuccess: () => setTyped(null) });
  }

  return (
    <form
      aria-label={words.hours}
      onSubmit={onSubmit}
      className="flex flex-wrap items-end gap-3 border-line border-t px-5 py-4 text-sm max-sm:px-4"
    >
      <p className="basis-full font-medium">{words.hours}</p>
      <Time label={words.from} value={from} onChange={(value) => setTyped({ from: value, to })} />
      <Time label={words.to} value={to} onChange={(value) => setTyped({ from, to: value })} />
      <Button type="submit" look="secondary" disabled={rule.isPending || from === to || !from || !to}>
        {words.save}
      </Button>
      {rule.error && (
        <p role="alert" className="basis-full text-danger">
          {reasonOf(rule.error)}
        </p>
      )}
    </form>
  );
}

interface TimeProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

function Time({ label, value, onChange }: TimeProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-ink-2">
        {label}
      </label>
      <input
        id={id}
        type="time"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-9 rounded-control bg-fill px-3 pointer-coarse:h-11"
      />
    </div>
  );
}
