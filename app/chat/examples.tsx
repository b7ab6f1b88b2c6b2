import { PhotoImage } from "#app/library/photo-image.tsx";
import { ratioOf } from "#app/library/photo-words.ts";
import { placeholderOf } from "#app/library/placeholder.ts";
import { useHydrated } from "#app/ui/hydrated.ts";
import { words } from "#app/words/en.ts";
import type { Example } from "./example-questions.ts";
import { useSend } from "./use-send.ts";

/** Questions to begin with, each on a photo that answers it. */
export function Examples({ examples }: { examples: Example[] }) {
  const send = useSend();
  const hydrated = useHydrated();
  return (
    <section>
      <h2 className="mt-13 mb-3 font-medium text-ink-2 text-sm max-sm:mt-9">{words.home.examples}</h2>
      <ul className="flex flex-wrap items-start gap-x-3 gap-y-5 max-sm:gap-x-2.5">
        {examples.map(({ text, photo }) => {
          const ratio = Math.min(1.8, Math.max(0.66, ratioOf(photo)));
          return (
            <li
              key={photo.id}
              style={{ flex: `${ratio} 1 0`, maxWidth: `${ratio * 220}px` }}
              className="min-w-0 max-sm:min-w-[calc(50%-6px)] max-sm:max-w-none!"
            >
              <button type="button" onClick={() => void send(text)} className="group block w-full text-left">
                <span
                  className="block overflow-hidden rounded-[6px] bg-fill bg-cover"
                  style={{
                    aspectRatio: ratio,
                    ...(photo.thumbhash && placeholderOf(photo.thumbhash, hydrated)),
                  }}
                >
                  <PhotoImage
                    photo={photo}
                    width={ratio * 200}
                    eager
                    alt=""
                    className="size-full object-cover"
                  />
                </span>
                <span className="mt-2 block text-pretty font-medium text-sm group-hover:underline">
                  {text}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
