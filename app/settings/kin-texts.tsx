import { type FocusEvent, type KeyboardEvent, useId, useState } from "react";
import { kinWords } from "#app/words/kin-words.ts";
import type { Kin } from "./use-kin.ts";

interface KinTextsProps {
  kin: Kin;
  onChange(to: Partial<Kin>): void;
}

const field = "h-9 w-full rounded-control bg-fill px-3 pointer-coarse:h-11 pointer-coarse:text-[1rem]";
const firstDay = "1800-01-01";
/** The most that the server takes. */
const mostNicknames = 20;

/** The fields for a birthday and nicknames. */
export function KinTexts({ kin, onChange }: KinTextsProps) {
  return (
    <div className="mt-3 grid gap-3 pb-1 sm:grid-cols-2">
      <Birthday kin={kin} onChange={onChange} />
      <Nicknames kin={kin} onChange={onChange} />
    </div>
  );
}

function Birthday({ kin: { birthday }, onChange }: KinTextsProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const today = new Date().toISOString().slice(0, 10);

  /** Saves whole days only: while a year is being typed, the field holds a year long ago. */
  function type(input: HTMLInputElement): void {
    setTyped(input.value);
    if (input.value !== "" && input.validity.valid && input.value !== birthday)
      onChange({ birthday: input.value });
  }

  function leave({ target }: FocusEvent<HTMLInputElement>): void {
    if (target.validity.badInput) return;
    if (target.value === "" && birthday !== null) onChange({ birthday: null });
    setTyped(null);
  }

  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-ink-2">
        {kinWords.birthday}
      </label>
      <input
        id={id}
        type="date"
        min={firstDay}
        max={today}
        value={typed ?? birthday ?? ""}
        onChange={({ target }) => type(target)}
        onBlur={leave}
        className={field}
      />
    </div>
  );
}

function Nicknames({ kin: { nicknames }, onChange }: KinTextsProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const joined = nicknames.join(", ");

  function save(): void {
    if (typed === null) return;
    const names = [...new Set(typed.split(/[,;]/).map((name) => name.trim()))].filter((name) => name !== "");
    if (names.join(", ") !== joined) onChange({ nicknames: names.slice(0, mostNicknames) });
    setTyped(null);
  }

  function onKeyDown({ key, nativeEvent }: KeyboardEvent): void {
    if (key === "Enter" && !nativeEvent.isComposing) save();
  }

  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-ink-2">
        {kinWords.nicknames}
      </label>
      <input
        id={id}
        type="text"
        maxLength={200}
        placeholder={kinWords.nicknamesHint}
        value={typed ?? joined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
        className={`${field} placeholder:text-ink-3`}
      />
    </div>
  );
}
