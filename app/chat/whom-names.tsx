import { useState } from "react";
import { whomWordsIn } from "#app/words/whom-words.ts";
import { words } from "#app/words/words.ts";
import { useTurnLanguage, useTurnWords } from "./turn-words.tsx";

interface Named {
  name: string;
  photos: number;
}

interface WhomNamesProps {
  /** The most likely first; null while they are loading. */
  names: Named[] | null;
  isBusy: boolean;
  /** `name` null means: none of these, or not now. */
  onReply(name: string | null): void;
}

/** How many names are shown at first, and how many of a search. */
const few = 5;
const many = 40;

const pill =
  "flex h-9 items-center gap-2 rounded-full px-3.5 text-sm inset-ring inset-ring-line-2 transition-colors hover:bg-fill disabled:text-ink-3 pointer-coarse:h-11";

/** Offers the names of the library as buttons; "Somebody else" shows the others, with a search. */
export function WhomNames({ names, isBusy, onReply }: WhomNamesProps) {
  const whomWords = whomWordsIn(useTurnLanguage());
  const [isWhole, setWhole] = useState(false);
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLocaleLowerCase();
  const all = names ?? [];
  const found = all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const shown = isWhole ? found.slice(0, many) : all.slice(0, few);
  const isMore = !isWhole && all.length > few;
  return (
    <div className="mt-2">
      {isWhole && (
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: whoever has asked for the other names wants to search them.
          autoFocus
          aria-label={whomWords.find}
          placeholder={whomWords.find}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className="mb-2 h-9 w-full max-w-80 rounded-control bg-fill px-3 text-sm placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-[1rem]"
        />
      )}
      <ul className="flex flex-wrap gap-2">
        {shown.map((each) => (
          <li key={each.name}>
            <NameButton {...each} isBusy={isBusy} onClick={() => onReply(each.name)} />
          </li>
        ))}
        <li>
          <button
            type="button"
            disabled={isBusy || names === null}
            onClick={() => (isMore ? setWhole(true) : onReply(null))}
            className={pill}
          >
            {isWhole ? whomWords.nobody : whomWords.somebodyElse}
          </button>
        </li>
        <li>
          <button
            type="button"
            disabled={isBusy}
            onClick={() => onReply(null)}
            className={`${pill} text-ink-2`}
          >
            {whomWords.notNow}
          </button>
        </li>
      </ul>
      <p role="status" className="text-ink-2 text-sm not-empty:mt-2">
        {isWhole && found.length === 0 && whomWords.noneFound}
      </p>
    </div>
  );
}

function NameButton({ name, photos, isBusy, onClick }: Named & { isBusy: boolean; onClick(): void }) {
  const turnWords = useTurnWords();
  return (
    <button type="button" disabled={isBusy} onClick={onClick} className={pill}>
      <span className="max-w-56 truncate font-medium">{name}</span>
      <span aria-hidden className="text-ink-2">
        {words.count(photos)}
      </span>
      <span className="sr-only">, {turnWords.photos(photos)}</span>
    </button>
  );
}
