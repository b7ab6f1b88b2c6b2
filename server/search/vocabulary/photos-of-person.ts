import type { LibraryNames } from "../reading/types.ts";

/** Returns how many photos have somebody of this name, as photos spell it. */
export function photosOfPerson({ find }: Pick<LibraryNames, "find">, name: string): number {
  return find(name).find(({ kind, value }) => kind === "person" && value === name)?.photos ?? 0;
}
