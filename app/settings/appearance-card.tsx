import { useId, useState } from "react";
import { useBeforePaint, useHydrated } from "#app/ui/hydrated.ts";
import { chooseTheme, pageTheme, type Theme, themes } from "#app/ui/theme.ts";
import { careWords } from "#app/words/care-words.ts";
import { Card } from "./card.tsx";

/** Lets a person choose light or dark screens in this browser. */
export function AppearanceCard() {
  const { title, intro, choices } = careWords.appearance;
  const name = useId();
  const isHydrated = useHydrated();
  const [chosen, setChosen] = useState<Theme | null>(null);
  useBeforePaint(() => setChosen(pageTheme()), []);

  function choose(theme: Theme | null): void {
    setChosen(theme);
    chooseTheme(theme);
  }

  return (
    <Card title={title} intro={intro}>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1 px-5 py-3 text-sm max-sm:px-4">
        <legend className="sr-only">{title}</legend>
        {([null, ...themes] as const).map((theme) => (
          <label key={theme} className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={name}
              checked={chosen === theme}
              disabled={!isHydrated}
              onChange={() => choose(theme)}
              className="size-4 accent-accent"
            />
            {choices[theme ?? "system"]}
          </label>
        ))}
      </fieldset>
    </Card>
  );
}
