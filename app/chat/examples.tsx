import { PhotoImage } from "#app/library/photo-image.tsx";
import { ratioOf } from "#app/library/photo-words.ts";
import { placeholderOf } from "#app/library/placeholder.ts";
import { useHydrated } from "#app/ui/hydrated.ts";
import { words } from "#app/words/words.ts";
import type { Example } from "./example-questions.ts";
import { useSend } from "./use-send.ts";

/** The greatest height of an example's photo, in px, where a few do not fill the column. */
const highest = 264;
/**
 * The widths of the photos in the column, in units of their height. From this on they fill the column and end where the
 * composer ends.
 */
const filling = 3.2;

const ratioShown = (photo: Example["photo"]) => Math.min(1.8, Math.max(0.66, ratioOf(photo)));

/** Shows example questions, each with a photo that answers it. */
export function Examples({ examples }: { examples: Example[] }) {
  const send = useSend();
  const isFilled = examples.reduce((sum, { photo }) => sum + ratioShown(photo), 0) >= filling;
  return (
    <section>
      <h2 className="mt-13 mb-3 font-medium text-ink-2 text-sm max-sm:mt-9">{words.home.examples}</h2>
      {/* The examples stand side by side; on a phone there are two in a row. */}
      <div className="flex gap-3 max-sm:flex-col max-sm:gap-5">
        {pairsOf(examples).map((pair) => (
          <ul key={pair[0]?.text} className="flex items-start gap-3 max-sm:gap-2.5 sm:contents">
            {pair.map((example) => (
              <ExampleCard
                key={example.photo.id}
                example={example}
                isFilling={isFilled}
                onAsk={() => void send(example.text)}
              />
            ))}
          </ul>
        ))}
      </div>
    </section>
  );
}

interface ExampleCardProps {
  example: Example;
  /** True if it takes its share of the column's width, however high that makes it. */
  isFilling: boolean;
  onAsk(): void;
}

function ExampleCard({ example: { text, photo }, isFilling, onAsk }: ExampleCardProps) {
  const hydrated = useHydrated();
  const ratio = ratioShown(photo);
  return (
    <li
      className="min-w-0"
      style={{ flex: `${ratio} 1 0`, maxWidth: isFilling ? undefined : `${ratio * highest}px` }}
    >
      <button type="button" onClick={onAsk} className="group block w-full text-left">
        <span
          className="block overflow-hidden rounded-[6px] bg-fill bg-cover"
          style={{ aspectRatio: ratio, ...(photo.thumbhash && placeholderOf(photo.thumbhash, hydrated)) }}
        >
          <PhotoImage photo={photo} width={ratio * highest} eager alt="" className="size-full object-cover" />
        </span>
        <span className="mt-2 block text-pretty font-medium text-sm underline-offset-3 group-hover:underline">
          {text}
        </span>
      </button>
    </li>
  );
}

const pairsOf = (examples: Example[]) =>
  [examples.slice(0, 2), examples.slice(2)].filter((pair) => pair.length > 0);
