import type { Condition, PhotoIndex } from "../engines/index/port.ts";
import type { Vocabularies } from "./vocabulary/vocabulary.ts";

export interface PersonItem {
  name: string;
  photos: number;
  /** The newest photo of the person. */
  cover: string | null;
}

export interface People {
  /** The people with most photos, at most this many. */
  list(owner: string, most: number): Promise<PersonItem[]>;
}

interface PeopleNeeds {
  index: PhotoIndex;
  vocabularies: Pick<Vocabularies, "load">;
}

export function createPeople({ index, vocabularies }: PeopleNeeds): People {
  return {
    async list(owner, most) {
      const { people } = await vocabularies.load(owner);
      const found = await Promise.all(
        people.slice(0, most).map(async (name): Promise<PersonItem> => {
          const isShown: Condition = { field: "people", operator: "contains", value: name, negated: false };
          const query = { owner, filter: [isShown] };
          const [photos, [newest]] = await Promise.all([
            index.count(query),
            index.browse({ ...query, limit: 1 }),
          ]);
          return { name, photos, cover: newest?.photoId ?? null };
        }),
      );
      return found.filter(({ photos }) => photos > 0);
    },
  };
}
