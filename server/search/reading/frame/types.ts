import type { Act, Ask, Reference, Refinement, Same, Shift, SmallTalk, Subject } from "../types.ts";

/** What a sentence wants, read from its beginning and its end; `begin` to `end` is what it says besides. */
export interface Frame {
  begin: number;
  end: number;
  how?: Refinement;
  /** What is dropped or corrected, where it is named by its kind ("the city"). */
  about?: Subject[];
  ask?: Ask;
  /** Whether a question is about all that is shown. */
  isOfShown?: boolean;
  /** Whether a question is about the whole library. */
  isOfAll?: boolean;
  act?: Act;
  chat?: SmallTalk;
  like?: Reference[];
  on?: Reference[];
  same?: Same;
  /** Of those shown: all but these. */
  but?: Reference[];
  /** What is said is not wanted: "leave Ben out". */
  isNegated?: true;
  shift?: Shift;
  steps?: number;
}
