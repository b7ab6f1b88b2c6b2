import { useState } from "react";
import { createPart } from "#app/ui/part.tsx";
import { careWords } from "#app/words/care-words.ts";
import { settingsWords } from "#app/words/settings-words.ts";

const LicencesDialog = createPart(() => import("./licences-dialog.tsx"));

/** Shows the version that runs, and the licences of everything that Glimpse is made of. */
export function About({ version }: { version: string }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <p className="mt-12 text-ink-3 text-xs">
      {settingsWords.version(version)}
      {" · "}
      <button type="button" onClick={() => setOpen(true)} className="link -my-1 min-h-6 py-1">
        {careWords.licences.title}
      </button>
      {isOpen && <LicencesDialog onClose={close} onGiveUp={close} />}
    </p>
  );
}
