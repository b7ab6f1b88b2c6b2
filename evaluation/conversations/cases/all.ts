import { another as anothers } from "../library/another.ts";
import { fifth as fifths } from "../library/fifth.ts";
import { fourth as fourths } from "../library/fourth.ts";
import { photos } from "../library/photos.ts";
import { third as thirds } from "../library/third.ts";
import type { FixturePhoto } from "../photo.ts";
import type { Conversation } from "../types.ts";
import { absent } from "./absent.ts";
import { another } from "./another.ts";
import { anotherTalks } from "./another-talks.ts";
import { carried } from "./carried.ts";
import { checked } from "./checked.ts";
import { cold } from "./cold.ts";
import { coldGerman } from "./cold-german.ts";
import { coldTalks } from "./cold-talks.ts";
import { fifth } from "./fifth.ts";
import { fourth } from "./fourth.ts";
import { fresh } from "./fresh.ts";
import { freshTalks } from "./fresh-talks.ts";
import { gear } from "./gear.ts";
import { german } from "./german.ts";
import { germanTalks } from "./german-talks.ts";
import { how } from "./how.ts";
import { moreVoices } from "./more-voices.ts";
import { narrowing } from "./narrowing.ts";
import { questions } from "./questions.ts";
import { references } from "./references.ts";
import { acts, injection, noMatch, smallTalk, typos } from "./rest.ts";
import { tested } from "./tested.ts";
import { third } from "./third.ts";
import { traps } from "./traps.ts";
import { unseen } from "./unseen.ts";
import { voices } from "./voices.ts";
import { when } from "./when.ts";
import { where } from "./where.ts";
import { who, without } from "./who.ts";

/** Those that change the library are the last. */
const ofOne: Conversation[] = [
  ...when,
  ...where,
  ...gear,
  ...who,
  ...without,
  ...absent,
  ...how,
  ...traps,
  ...narrowing,
  ...references,
  ...questions,
  ...smallTalk,
  ...noMatch,
  ...typos,
  ...german,
  ...germanTalks,
  ...fresh,
  ...freshTalks,
  ...cold,
  ...coldTalks,
  ...coldGerman,
  ...carried,
  ...checked,
  ...injection,
  ...acts,
  ...voices,
  ...moreVoices,
  // These leave a favourite behind.
  ...unseen,
];

export interface Household {
  photos: FixturePhoto[];
  conversations: Conversation[];
}

/** The second has the photos of the first as well, and names that none of its own conversations were mended with. */
export const households: Household[] = [
  { photos, conversations: ofOne },
  { photos: [...photos, ...anothers], conversations: [...another, ...anotherTalks, ...tested] },
  { photos: thirds, conversations: third },
  { photos: fourths, conversations: fourth },
  { photos: fifths, conversations: fifth },
];
