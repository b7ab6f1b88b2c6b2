import type { Deed, Grouping } from "../../../languages/meanings.ts";
import type { Act, AlbumAct, Ask, Reference, Refinement, Same, Shift, SmallTalk, Subject } from "../types.ts";

/**
 * The form of a sentence around its search, read from its beginning and end. The rest is tokens `begin` to
 * `end`.
 */
export interface Frame {
  begin: number;
  end: number;
  how?: Refinement;
  /** The kinds of filter that are dropped or corrected, if they are named ("the city"). */
  about?: Subject[];
  ask?: Ask;
  /** The beginning of a question that no answer is known to: "on which weekday". */
  lost?: string;
  /** True if `lost` is a question without an answer; what it is about ends before the character `verb`. */
  isOpen?: boolean;
  verb?: number | undefined;
  /** True if it asks how something went on in time. */
  isCourse?: boolean;
  /** By what photos are counted. */
  by?: Grouping;
  /** True if a question is about all shown photos. */
  isOfShown?: boolean;
  /** True if a question is about the whole library. */
  isOfAll?: boolean;
  act?: Act | AlbumAct;
  chat?: SmallTalk;
  /** What the sentence wants and cannot have by talking. */
  refused?: Deed;
  like?: Reference[];
  on?: Reference[];
  /** True if it may go on with what the sentence before it did: "and the last one". */
  goesOn?: boolean;
  same?: Same;
  /** The shown photos to leave out. */
  but?: Reference[];
  /** True if the rest of the sentence says what is not wanted: "leave Ben out". */
  isNegated?: true;
  shift?: Shift;
  steps?: number;
}
