import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { WaysIn } from "#app/trips/ways-in.tsx";
import { buttonLook } from "#app/ui/button.tsx";
import { useIsOnPhone } from "#app/ui/use-media.ts";
import { monthOf } from "#app/words/dates.ts";
import { libraryWords } from "#app/words/library-words.ts";
import type { Shelf } from "#server/search/shelves.ts";
import { EmptyShelf } from "./empty-shelf.tsx";
import type { ShelfLook } from "./shelf-grid.tsx";
import { ShelfPage } from "./shelf-page.tsx";

export const libraryShelf: Shelf = { kind: "library" };

const look: Omit<ShelfLook, "label"> = {
  name: "library",
  headings: { section: 64, day: 44 },
  titleOf: (section) => (section === "undated" ? libraryWords.undated : monthOf(section)),
  hasPlaces: true,
};
const phoneLook: typeof look = { ...look, headings: { section: 56, day: 40 } };

/** All photos of the library by date. */
export function LibraryPage() {
  const isOnPhone = useIsOnPhone();
  // The label is read while the page is drawn, because its language is known only then.
  const whole = useMemo(() => ({ ...(isOnPhone ? phoneLook : look), label: libraryWords.grid }), [isOnPhone]);
  return (
    <ShelfPage
      shelf={libraryShelf}
      look={whole}
      header={({ total }) => total > 0 && <WaysIn />}
      empty={
        <EmptyShelf title={libraryWords.empty} body={libraryWords.emptyBody}>
          <Link to="/" className={buttonLook("secondary")}>
            {libraryWords.add}
          </Link>
        </EmptyShelf>
      }
    />
  );
}
