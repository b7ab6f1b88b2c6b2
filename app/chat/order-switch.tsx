import { ArrowUpDown } from "lucide-react";
import { useId } from "react";
import { IconButton } from "#app/ui/button.tsx";
import { useTurnWords } from "./turn-words.tsx";
import type { TurnView } from "./use-turn-view.ts";

/** Switches the order of the photos. On a phone it is one button that names the current order. */
export function OrderSwitch({ view: { order, orders, fixed, setOrder } }: { view: TurnView }) {
  const turnWords = useTurnWords();
  const name = useId();
  const next = orders[(orders.indexOf(order) + 1) % orders.length];
  return (
    <>
      <fieldset
        disabled={fixed}
        className="-my-1 ml-auto hidden shrink-0 rounded-control bg-fill p-0.5 text-sm sm:flex"
      >
        <legend className="sr-only">{turnWords.order}</legend>
        {orders.map((each) => (
          <label
            key={each}
            className="flex h-7 cursor-pointer items-center rounded-thumb px-3 font-medium text-ink-2 has-checked:bg-raised has-checked:text-ink has-checked:shadow-segment has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={order === each}
              onChange={() => setOrder(each)}
              className="sr-only"
            />
            {turnWords[each]}
          </label>
        ))}
      </fieldset>
      <IconButton
        label={turnWords.orderBy(turnWords[order])}
        disabled={fixed}
        onClick={() => next && setOrder(next)}
        className="-my-2 -mr-2.5 ml-auto sm:hidden"
      >
        <ArrowUpDown size={16} aria-hidden />
      </IconButton>
    </>
  );
}
