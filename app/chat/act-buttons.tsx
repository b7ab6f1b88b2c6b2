import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import type { SearchPlan } from "#server/search/types.ts";
import { focusComposer } from "./focus-composer.ts";
import { useTurnWords } from "./turn-words.tsx";
import { useSend } from "./use-send.ts";

interface ActButtonsProps {
  language: SearchPlan["language"];
  conversationId: string;
}

/** Shows Yes and No buttons below a turn in which we ask before we do something. */
export function ActButtons({ language, conversationId }: ActButtonsProps) {
  const turnWords = useTurnWords();
  const send = useSend(conversationId);
  const [declined, setDeclined] = useState(false);
  if (declined) return null;
  return (
    <div className="mt-3 flex gap-2">
      <Button look="primary" onClick={() => answer(() => void send(turnWords.assent[language]))}>
        {turnWords.yes}
      </Button>
      <Button look="secondary" onClick={() => answer(() => setDeclined(true))}>
        {turnWords.no}
      </Button>
    </div>
  );
}

/** Moves the focus to the composer, because the buttons disappear. */
function answer(act: () => void): void {
  focusComposer();
  act();
}
