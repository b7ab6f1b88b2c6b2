import type { FixturePhoto } from "../photo.ts";
import { france } from "./france.ts";
import { germany } from "./germany.ts";
import { others } from "./others.ts";
import { overseas } from "./overseas.ts";
import { portugal } from "./portugal.ts";

/** All photos of the fixture library. */
export const photos: FixturePhoto[] = [...portugal, ...germany, ...france, ...overseas, ...others];
