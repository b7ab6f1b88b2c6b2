import { useId, useRef, useState } from "react";
import { reasonOf } from "#app/api/errors.ts";
import { dayWords } from "#app/words/dates.ts";
import { kinWords } from "#app/words/kin-words.ts";
import { words } from "#app/words/words.ts";
import type { Relation } from "#server/languages/relations.ts";
import { relationChoices } from "./kin-relations.ts";
import { KinTexts } from "./kin-texts.tsx";
import { type Kin, useSaveKin } from "./use-kin.ts";

/** Shows somebody of the library, and who that is to the owner. What is changed is saved at once, with a way back. */
export function KinRow({ kin }: { kin: Kin }) {
  const id = useId();
  const choice = useRef<HTMLSelectElement>(null);
  const save = useSaveKin();
  const [isOpen, setOpen] = useState(false);
  const [before, setBefore] = useState<Kin | null>(null);
  const { name, relation, nicknames, birthday, photos } = kin;
  const known = [birthday ? kinWords.born(dayWords(birthday)) : null, ...nicknames].filter(
    (part) => part !== null,
  );

  function change(to: Partial<Kin>): void {
    save.mutate({ ...kin, ...to });
    setBefore(kin);
  }

  function undo(): void {
    if (before) save.mutate(before);
    setBefore(null);
    // The button disappears, so the focus needs another place.
    choice.current?.focus();
  }

  return (
    <li className="border-line px-5 py-3 text-sm not-first:border-t max-sm:px-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-52">
          <p className="truncate font-medium">{name}</p>
          <p className="text-ink-2 [overflow-wrap:anywhere]">
            {[words.photos(photos), ...known].join(" · ")}{" "}
            <button
              type="button"
              aria-label={`${kinWords.more}: ${name}`}
              aria-expanded={isOpen}
              aria-controls={`${id}-texts`}
              onClick={() => setOpen(!isOpen)}
              className="link -my-1 ml-1 py-1"
            >
              {kinWords.more}
            </button>
          </p>
        </div>
        <select
          ref={choice}
          aria-label={kinWords.relation(name)}
          value={relation ?? ""}
          onChange={({ target }) => change({ relation: asRelation(target.value) })}
          className="h-9 w-52 rounded-control bg-fill px-3 max-sm:w-full pointer-coarse:h-11"
        >
          <option value="">{kinWords.unsaid}</option>
          {relationChoices.map((each) => (
            <option key={each} value={each}>
              {kinWords.relations[each]}
            </option>
          ))}
        </select>
      </div>
      <div id={`${id}-texts`} hidden={!isOpen}>
        {isOpen && <KinTexts kin={kin} onChange={change} />}
      </div>
      <p role="status" className="text-ink-2 not-empty:mt-1">
        {save.isSuccess && (
          <>
            {before ? kinWords.saved : kinWords.undone}
            {before && (
              <>
                {" "}
                <button
                  type="button"
                  aria-label={`${kinWords.undo}: ${name}`}
                  onClick={undo}
                  className="link -my-1 py-1"
                >
                  {kinWords.undo}
                </button>
              </>
            )}
          </>
        )}
      </p>
      {save.error && (
        <p role="alert" className="mt-1 text-danger">
          {reasonOf(save.error)}
        </p>
      )}
    </li>
  );
}

const asRelation = (value: string): Relation | null => relationChoices.find((each) => each === value) ?? null;
