import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "#app/api/client.ts";
import { reasonOf } from "#app/api/errors.ts";
import { Button } from "#app/ui/button.tsx";
import { peopleAnchor } from "#app/ui/settings-link.tsx";
import { kinWords } from "#app/words/kin-words.ts";
import { Card } from "./card.tsx";
import { KinRow } from "./kin-row.tsx";
import { RelationsLeft } from "./relations-left.tsx";
import type { Kin } from "./use-kin.ts";

/** How many are shown at first. */
const few = 8;

/** Says who the people and pets of the library are to its owner. */
export default function KinCard() {
  const trpc = useTRPC();
  const { data, error } = useQuery({ ...trpc.people.list.queryOptions(), staleTime: 0 });
  const here = useRef<HTMLDivElement>(null);
  const isThere = data !== undefined;

  // The link leads to this place, which was not there yet when the browser looked for it.
  useEffect(() => {
    if (isThere && location.hash === `#${peopleAnchor}`) here.current?.scrollIntoView();
  }, [isThere]);

  return (
    <div ref={here} id={peopleAnchor} className="scroll-mt-20">
      <Card title={kinWords.title} intro={kinWords.intro}>
        {error && (
          <p role="alert" className="px-5 py-4 text-danger text-sm max-sm:px-4">
            {reasonOf(error)}
          </p>
        )}
        {data && data.length === 0 && (
          <p className="max-w-(--measure) text-pretty px-5 py-4 text-ink-2 text-sm max-sm:px-4">
            {kinWords.empty}
          </p>
        )}
        {data && data.length > 0 && <KinList all={data} />}
        <RelationsLeft />
      </Card>
    </div>
  );
}

/** Lists people, those with most photos first; where there are many, they can be searched. */
function KinList({ all }: { all: Kin[] }) {
  const [typed, setTyped] = useState("");
  const [isWhole, setWhole] = useState(false);
  // The first few, and everybody of whom something was said. Computed once, so that nobody moves while the list is
  // edited.
  const [first] = useState(() => {
    const named = all.filter((each, at) => at < few || isKnown(each));
    return new Set(named.map(({ name }) => name));
  });
  const isMany = all.length > few;
  const wanted = typed.trim().toLocaleLowerCase();
  const isWanted = ({ name, nicknames }: Kin) =>
    [name, ...nicknames].some((each) => each.toLocaleLowerCase().includes(wanted));
  const shown = wanted !== "" ? all.filter(isWanted) : all.filter(({ name }) => isWhole || first.has(name));
  return (
    <>
      {isMany && (
        <div className="border-line border-b px-5 py-3 max-sm:px-4">
          <input
            type="search"
            aria-label={kinWords.find}
            placeholder={kinWords.find}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            className="h-9 w-full rounded-control bg-fill px-3 text-sm placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-[1rem]"
          />
        </div>
      )}
      <ul aria-label={kinWords.list}>
        {shown.map((kin) => (
          <KinRow key={kin.name} kin={kin} />
        ))}
      </ul>
      <p role="status" className="text-ink-2 text-sm not-empty:px-5 not-empty:py-4 max-sm:not-empty:px-4">
        {shown.length === 0 && kinWords.noneFound}
      </p>
      {wanted === "" && shown.length < all.length && (
        <div className="border-line border-t px-3 py-2">
          <Button look="quiet" onClick={() => setWhole(true)}>
            {kinWords.showAll(all.length)}
          </Button>
        </div>
      )}
    </>
  );
}

const isKnown = ({ relation, nicknames, birthday }: Kin) =>
  relation !== null || birthday !== null || nicknames.length > 0;
