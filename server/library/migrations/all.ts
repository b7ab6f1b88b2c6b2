import type { Migration } from "../../engines/database/migrate.ts";
import { begin } from "./0001-begin.ts";
import { engines } from "./0002-engines.ts";
import { ranking } from "./0003-ranking.ts";
import { rawAnswers } from "./0004-raw-answers.ts";
import { wordsFound } from "./0005-words-found.ts";
import { keptClock } from "./0006-clock.ts";
import { accessTables } from "./0007-access.ts";
import { whole } from "./0008-whole.ts";
import { opened } from "./0009-opened.ts";
import { betterFacts } from "./0010-facts.ts";
import { editing } from "./0011-editing.ts";
import { video } from "./0012-video.ts";
import { companionFiles } from "./0013-companions.ts";
import { dayAndShape } from "./0014-day-and-shape.ts";
import { large } from "./0015-large.ts";
import { describingRules } from "./0016-describing.ts";
import { unfinishedUploads } from "./0017-unfinished-uploads.ts";
import { talk } from "./0018-talk.ts";
import { albumTables } from "./0019-albums.ts";
import { tripTables } from "./0020-trips.ts";
import { chosenModelRows } from "./0021-chosen-models.ts";
import { secondReaders } from "./0022-second-reader.ts";
import { relatives } from "./0023-relatives.ts";
import { unseenPhotos } from "./0024-unseen.ts";
import { relationsLeft } from "./0025-relations-left.ts";
import { spaceDeviations } from "./0026-deviations.ts";

/** All migrations in order. Add new ones at the end; never change one that has shipped. */
export const migrations: Migration[] = [
  begin,
  engines,
  ranking,
  rawAnswers,
  wordsFound,
  keptClock,
  accessTables,
  whole,
  opened,
  betterFacts,
  editing,
  video,
  companionFiles,
  dayAndShape,
  large,
  describingRules,
  unfinishedUploads,
  talk,
  albumTables,
  tripTables,
  chosenModelRows,
  secondReaders,
  relatives,
  unseenPhotos,
  relationsLeft,
  spaceDeviations,
];
