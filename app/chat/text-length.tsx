import { words } from "#app/words/words.ts";
import { longestQuestion } from "./draft.ts";

/** The number of characters from which on the counter is shown. */
const countedFrom = 1_800;

/** Says how long a long question is, and what to do about one that cannot be sent. Its text stays as it is. */
export function TextLength({ length }: { length: number }) {
  if (length < countedFrom) return null;
  const over = length - longestQuestion;
  return (
    <p
      role="status"
      className={`px-3 pt-1 pb-0.5 text-right text-xs ${over > 0 ? "text-danger" : "text-ink-3"}`}
    >
      {words.composer.length(length, longestQuestion)}
      {over > 0 && ` ${words.composer.tooLong(over)}`}
    </p>
  );
}
