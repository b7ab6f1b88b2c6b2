import { ImagePlus } from "lucide-react";
import { words } from "#app/words/words.ts";

/** Shows how to add the first photos, and examples of what can be asked then. */
export function EmptyLibrary() {
  return (
    <section className="mt-13 grid gap-x-16 gap-y-10 max-sm:mt-9 sm:grid-cols-2">
      <div>
        <ImagePlus size={24} strokeWidth={1.5} aria-hidden className="text-ink-3" />
        <h2 className="mt-3 font-semibold text-lg">{words.home.emptyTitle}</h2>
        <p className="mt-1 max-w-100 text-pretty text-ink-2">{words.home.emptyBody}</p>
      </div>
      <div>
        <h2 className="font-medium text-ink-2 text-sm">{words.home.emptyExamplesTitle}</h2>
        <ul className="mt-3 grid gap-2">
          {words.home.emptyExamples.map((example) => (
            <li key={example}>“{example}”</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
