import { filmTypes, formatOf, isRaw, sidecarType } from "../formats.ts";
import { foldedName } from "./file-name.ts";
import type { CompanionRole, TakenPrecision, TakenSource } from "./photo.ts";
import { localMs } from "./photo-rows.ts";

/** The facts of a file that decide to which photo it belongs. */
export interface PairedFile {
  id: string;
  type: string;
  fileName: string;
  stem: string | null;
  /** When it arrived, ms. */
  arrivedAt: number;
  role: CompanionRole | null;
  partOf: string | null;
  takenLocal: string | null;
  takenPrecision: TakenPrecision | null;
  takenFrom: TakenSource | null;
  make: string | null;
  model: string | null;
  contentId: string | null;
}

/** `file` becomes a part of the photo `of`. */
export interface PairFound {
  of: string;
  file: string;
  role: CompanionRole;
}

/** Files of one name that arrived within this time count as one upload, ms. */
const oneUpload = 600_000;
/** A camera writes the raw file and the JPEG of one shot within this time, ms. */
const oneShot = 2_000;
const day = 86_400_000;

export const isFilm = ({ type }: Pick<PairedFile, "type">) => Object.hasOwn(filmTypes, type);
export const isSidecar = ({ type }: Pick<PairedFile, "type">) => type === sidecarType;
/** The formats of pictures that a camera writes beside a raw file or a film. */
const isStill = ({ type }: Pick<PairedFile, "type">) =>
  ["JPEG", "HEIC", "JPEG XL"].includes(formatOf(type)?.name ?? "");

/**
 * Says which of these files are parts of others. It asks for no order: whichever of them arrived last, the
 * answer is the same.
 */
export function pairsAmong(files: PairedFile[]): PairFound[] {
  const inOrder = files.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const free = inOrder.filter(({ role }) => role === null);
  const stills = free.filter(isStill);
  const pairs: PairFound[] = [];
  const hasFilm = new Set(inOrder.flatMap(({ role, partOf }) => (role === "motion" && partOf) || []));
  const join = (file: PairedFile, of: PairedFile | undefined, role: CompanionRole) => {
    if (of) pairs.push({ of: of.id, file: file.id, role });
    return of;
  };
  const raws = free.filter(({ type }) => isRaw(type));
  for (const raw of raws) {
    join(
      raw,
      stills.find((still) => isOneShot(raw, still)),
      "raw",
    );
  }
  for (const film of free.filter(isFilm)) {
    const lacking = [...stills, ...raws].filter(({ id }) => !hasFilm.has(id));
    const still =
      lacking.find(({ contentId }) => contentId !== null && contentId === film.contentId) ??
      lacking.find((each) => isStill(each) && isOneUpload(film, each));
    if (join(film, still, "motion")) hasFilm.add(still?.id ?? "");
  }
  const photos = inOrder.filter((file) => !isSidecar(file) && file.role !== "motion");
  for (const sidecar of inOrder.filter((file) => isSidecar(file) && file.partOf === null)) {
    const photo = photoOf(sidecar, photos);
    if (photo) pairs.push({ of: photo.partOf ?? photo.id, file: sidecar.id, role: "sidecar" });
  }
  // A part of a part is joined to the whole.
  const wholeOf = new Map(pairs.map(({ file, of }) => [file, of]));
  return pairs.map((pair) => ({ ...pair, of: wholeOf.get(pair.of) ?? pair.of }));
}

/** Says whether one camera took a raw file and a picture of the same name within two seconds. */
function isOneShot(raw: PairedFile, still: PairedFile): boolean {
  const apart = apartMs(raw, still);
  return (
    raw.stem === still.stem &&
    apart !== null &&
    apart <= oneShot &&
    raw.make === still.make &&
    raw.model === still.model
  );
}

/**
 * Says whether a film and a picture of one name belong together: they arrived together, and nothing speaks against it.
 */
function isOneUpload(film: PairedFile, still: PairedFile): boolean {
  const differ = film.contentId !== null && still.contentId !== null && film.contentId !== still.contentId;
  const apart = apartMs(film, still);
  // The film's clock may be that of another time zone.
  return film.stem === still.stem && arrivedTogether(film, still) && !differ && (apart ?? 0) <= day;
}

/** Returns the photo that a sidecar belongs to, by its name; of several, the one that it arrived with. */
function photoOf(sidecar: PairedFile, photos: PairedFile[]): PairedFile | undefined {
  const named = foldedName(sidecar.fileName).replace(/\.xmp$/, "");
  const meant = photos.filter(({ stem, fileName }) =>
    // `IMG_1.CR2.xmp` is beside `IMG_1.CR2` and no other.
    named === sidecar.stem ? stem === named : foldedName(fileName) === named,
  );
  const wholes = [...new Map(meant.map((photo) => [photo.partOf ?? photo.id, photo])).values()];
  const together = wholes.filter((photo) => arrivedTogether(sidecar, photo));
  const [nearest] = together.toSorted(
    (a, b) => Math.abs(a.arrivedAt - sidecar.arrivedAt) - Math.abs(b.arrivedAt - sidecar.arrivedAt),
  );
  if (nearest) return nearest;
  const possible = wholes.filter((photo) => (apartMs(sidecar, photo) ?? 0) <= day);
  return possible.length === 1
    ? possible[0]
    : possible.find((photo) => (apartMs(sidecar, photo) ?? day) <= oneShot);
}

const arrivedTogether = (one: PairedFile, other: PairedFile) =>
  Math.abs(one.arrivedAt - other.arrivedAt) <= oneUpload;

/** How far apart two files were taken, ms; null if one of them does not say it to the second. */
function apartMs(one: PairedFile, other: PairedFile): number | null {
  const [first, second] = [one, other].map(({ takenLocal, takenPrecision, takenFrom }) =>
    takenLocal && takenPrecision === "moment" && takenFrom === "file" ? localMs(takenLocal) : null,
  );
  return first == null || second == null ? null : Math.abs(first - second);
}
