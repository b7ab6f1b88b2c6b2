import { useId, useState } from "react";
import { albumWords } from "#app/words/album-words.ts";
import { AlbumDialog } from "./album-dialog.tsx";
import { useMakeAlbum } from "./use-make-album.ts";

interface SaveAsAlbumProps {
  turnId: string;
  /** The question, which is the album's first name. */
  question: string;
  /** How many photos the answer has. */
  total: number;
  onClose(): void;
}

/** Makes an album from the photos of an answer, or from its question. */
export default function SaveAsAlbum({ turnId, question, total, onClose }: SaveAsAlbumProps) {
  const [living, setLiving] = useState(false);
  const { make, isBusy, problem } = useMakeAlbum(onClose);
  return (
    <AlbumDialog
      title={albumWords.saveTitle}
      name={question.slice(0, 200)}
      save={albumWords.save}
      problem={problem}
      isBusy={isBusy}
      below={
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium text-sm">{albumWords.kinds}</legend>
          <Kind
            label={albumWords.fixed}
            hint={albumWords.fixedHint(total)}
            isChosen={!living}
            onChoose={() => setLiving(false)}
          />
          <Kind
            label={albumWords.livingKind}
            hint={`${albumWords.livingHint}.`}
            isChosen={living}
            onChoose={() => setLiving(true)}
          />
        </fieldset>
      }
      onSave={(name) => make({ name, turnId, living })}
      onClose={onClose}
    />
  );
}

interface KindProps {
  label: string;
  hint: string;
  isChosen: boolean;
  onChoose(): void;
}

function Kind({ label, hint, isChosen, onChoose }: KindProps) {
  const id = useId();
  return (
    <label className="flex min-h-9 cursor-pointer items-start gap-2.5 rounded-control p-2 text-sm hover:bg-fill">
      <input
        type="radio"
        name="kind"
        checked={isChosen}
        onChange={onChoose}
        aria-describedby={id}
        className="mt-0.5 size-4 accent-accent"
      />
      <span>
        {label}
        <span id={id} className="block text-ink-3 text-xs">
          {hint}
        </span>
      </span>
    </label>
  );
}
