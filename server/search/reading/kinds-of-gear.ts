import type { GearKind } from "#server/languages/meanings.ts";

/** The makers of phones, as photos spell them. */
export const phoneMakes = [
  ...["Apple", "samsung", "Google", "Xiaomi", "HUAWEI", "OnePlus"],
  ...["motorola", "HTC", "Nokia", "OPPO", "HONOR"],
];

const scans =
  /scan|perfection|opticfilm|plustek|noritsu|frontier|pakon|flextight|imacon|^(?:epson|seiko epson).* v\d{3}/i;
const action = /gopro|\bhero\s?\d|insta360|osmo action|action \d|\b(?:fdr-x|hdr-as)\d/i;
const handheld = /osmo|pocket|ronin/i;
const flying = /^(?:dji|parrot|autel|skydio|yuneec)\b|\bl[12]d-20c/i;
const phone = new RegExp(`^(?:${phoneMakes.join("|")})$`, "i");

/** Tells what kind of device took the photos of this make and model; null if it is none of these kinds. */
export function kindOfGear(make: string, model: string): GearKind | null {
  const name = `${make} ${model}`;
  if (scans.test(name)) return "scanner";
  if (action.test(name)) return "action";
  if (flying.test(name) && !handheld.test(name)) return "drone";
  return phone.test(make) || /^(?:iphone|pixel|sm-\w\d{3})/i.test(model) ? "phone" : null;
}
