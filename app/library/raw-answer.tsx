import { words } from "#app/words/words.ts";

/** Shows, when it is unfolded, what a model answered in full. */
export function RawAnswer({ text }: { text: string }) {
  return (
    <details className="text-ink-3 text-xs">
      <summary className="cursor-pointer py-1">{words.photo.rawAnswer}</summary>
      <p className="mb-1.5 whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
    </details>
  );
}
