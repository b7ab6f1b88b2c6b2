import type { Deed, Grouping } from "../../../languages/meanings.ts";
import type { Act, AlbumAct, Ask, Reference, Refinement, Same, Shift, SmallTalk, Subject } from "../types.ts";

/**
 * The form of a sentence around its search, read from its beginning and end. The tokens `begin` to `end` are left for
 * the search.
 */
export interface Frame {
  begin: number;
  end: number;
  how?: Refinement;
  /** The kinds of filter that are dropped or corrected, if they are named ("the city"). */
  about?: Subject[];
  ask?: Ask;
  /** The beginning of a question that cannot be answered: "on which weekday". */
  lost?: string;
  /** True if the whole question cannot be answered; its subject ends before the character `verb`. */
  isOpen?: boolean;
  verb?: number | undefined;
  /** True if it asks how something went on in time. */
  isCourse?: boolean;
  /** The grouping by which photos are counted. */
  by?: Grouping;
  /** True if a question is about all shown photos. */
  isOfShown?: boolean;
  /** True if a question is about the whole library. */
  isOfAll?: boolean;
  act?: Act | AlbumAct;
  chat?: SmallTalk;
  /** The wish that cannot be fulfilled by talking. */
  refused?: Deed;
  like?: Reference[];
  on?: Reference[];
  /** True if it may continue the sentence before it: "and the last one". */
  goesOn?: boolean;
  same?: Same;
  /** The shown photos to leave out. */
  but?: Reference[];
  /** True if the rest of the sentence is what is not wanted: "leave Ben out". */
  isNegated?: true;
  shift?: Shift;
  steps?: number;
}
