import { Info } from "lucide-react";
import { useModels } from "#app/library/use-models.ts";
import { words } from "#app/words/en.ts";

/** The one calm line about models, when there are none to describe photos or to compare them. */
export function ModelsNote() {
  const { lacking } = useModels();
  if (!lacking) return null;
  const install = lacking.reason === "not-running";
  return (
    <p className="mt-3.5 flex items-start gap-2 px-1 text-ink-2 text-sm sm:pl-5">
      <Info size={16} aria-hidden className="mt-0.5" />
      <span>
        {words.models.without}{" "}
        {install ? (
          <>
            <a href="https://ollama.com/download" rel="noreferrer" target="_blank" className="link text-ink">
              {words.models.install}
            </a>{" "}
            {words.models.installWhy}
          </>
        ) : (
          lacking.detail
        )}
      </span>
    </p>
  );
}
