import type { FixturePhoto } from "../photo.ts";
import { france } from "./france.ts";
import { germany } from "./germany.ts";
import { others } from "./others.ts";
import { overseas } from "./overseas.ts";
import { portugal } from "./portugal.ts";

/** The photos of one household. */
export const photos: FixturePhoto[] = [...portugal, ...germany, ...france, ...overseas, ...others];
