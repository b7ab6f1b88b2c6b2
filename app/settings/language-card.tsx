import { useId } from "react";
import { useHydrated } from "#app/ui/hydrated.ts";
import { keepCookie } from "#app/ui/keep-cookie.ts";
import { chosenLanguage, languageCookie } from "#app/words/asked-language.ts";
import { languageNames } from "#app/words/language.ts";
import { settingsWords } from "#app/words/settings-words.ts";
import { Card } from "./card.tsx";

const words = settingsWords.language;

/** Lets a person choose the language of the screens in this browser. */
export function LanguageCard() {
  const id = useId();
  const isHydrated = useHydrated();
  const chosen = isHydrated ? (chosenLanguage(document.cookie) ?? "") : "";
  return (
    <Card title={words.title} intro={words.intro}>
      <div className="flex flex-wrap items-center gap-3 px-5 py-4 text-sm max-sm:px-4">
        <label htmlFor={id} className="font-medium">
          {words.label}
        </label>
        <select
          id={id}
          key={chosen}
          defaultValue={chosen}
          disabled={!isHydrated}
          onChange={(event) => choose(event.target.value)}
          className="h-9 min-w-44 rounded-control bg-fill px-3 pointer-coarse:h-11"
        >
          <option value="">{words.browser}</option>
          {Object.entries(languageNames).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </Card>
  );
}

/** Keeps the choice for a year, and has the server draw the page anew in it. */
function choose(code: string): void {
  keepCookie(languageCookie, code);
  location.reload();
}
