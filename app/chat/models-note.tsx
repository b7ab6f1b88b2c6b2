import { Info } from "lucide-react";
import { lackingWords, useModels } from "#app/library/use-models.ts";
import { SettingsLink } from "#app/ui/settings-link.tsx";
import { words } from "#app/words/words.ts";

/** Shows one line about models if one that describes photos or compares them is missing. */
export function ModelsNote() {
  const { lacking } = useModels();
  if (!lacking) return null;
  return (
    <p className="mt-3.5 flex items-start gap-2 px-1 text-ink-2 text-sm sm:pl-5">
      <Info size={16} aria-hidden className="mt-0.5" />
      <span>
        {words.models.without}{" "}
        {lacking.reason === "not-running" ? (
          <>
            <SettingsLink className="link -my-1 py-1 text-ink">{words.models.install}</SettingsLink>{" "}
            {words.models.installWhy}
          </>
        ) : (
          <>
            {lackingWords(lacking)}{" "}
            <SettingsLink className="link -my-1 py-1 text-ink">{words.models.whatToDo}</SettingsLink>
          </>
        )}
      </span>
    </p>
  );
}
