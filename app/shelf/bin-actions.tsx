import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { ConfirmPart } from "#app/ui/confirm-part.ts";
import { libraryWords } from "#app/words/library-words.ts";
import type { ActionsProps } from "./library-actions.tsx";

/** The actions on photos in the bin. */
export function BinActions({ ids, edits, onDone }: Pick<ActionsProps, "ids" | "edits" | "onDone">) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  async function discard(): Promise<void> {
    setBusy(true);
    const isDone = await edits.discard(ids);
    setBusy(false);
    setAsking(false);
    if (isDone) onDone();
  }
  return (
    <>
      <Button
        look="primary"
        onClick={async () => {
          if (await edits.restore(ids)) onDone();
        }}
      >
        <RotateCcw size={16} aria-hidden />
        {libraryWords.binned.restore}
      </Button>
      <Button look="danger" onClick={() => setAsking(true)}>
        {libraryWords.binned.discard}
      </Button>
      {isAsking && (
        <ConfirmPart
          title={libraryWords.binned.emptyTitle(ids.length)}
          body={libraryWords.binned.emptyWarning}
          yes={libraryWords.binned.yes}
          error={null}
          busy={isBusy}
          onYes={discard}
          onClose={() => setAsking(false)}
          onGiveUp={() => setAsking(false)}
        />
      )}
    </>
  );
}
