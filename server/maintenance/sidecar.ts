/** The facts that a sidecar states about a photo. */
export interface SidecarFacts {
  sha256: string;
  title: string | null;
  /** A person's text, or else the caption. */
  description: string | null;
  caption: string | null;
  keywords: string[];
  people: string[];
  /** Stars, 0 to 5. */
  rating: number | null;
  favourite: boolean;
  /** Local time in ISO 8601, with an offset only where one is known. */
  takenAt: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  countryCode: string | null;
  latitude: number | null;
  longitude: number | null;
}

const namespaces = {
  dc: "http://purl.org/dc/elements/1.1/",
  exif: "http://ns.adobe.com/exif/1.0/",
  Iptc4xmpCore: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
};

/** Writes an XMP sidecar, in the fields in which photo programs look for these facts. */
export function sidecarOf(facts: SidecarFacts): string {
  const { latitude, longitude } = facts;
  const hasPlace = latitude !== null && longitude !== null;
  const attributes = Object.entries({
    "xmp:Rating": facts.rating,
    "xmp:Label": facts.favourite ? "Favourite" : null,
    "photoshop:DateCreated": facts.takenAt,
    "exif:DateTimeOriginal": facts.takenAt,
    "photoshop:City": facts.city,
    "photoshop:State": facts.region,
    "photoshop:Country": facts.country,
    "Iptc4xmpCore:CountryCode": facts.countryCode,
    "exif:GPSLatitude": hasPlace ? degrees(latitude, "N", "S") : null,
    "exif:GPSLongitude": hasPlace ? degrees(longitude, "E", "W") : null,
    "xmpMM:OriginalDocumentID": `sha256:${facts.sha256}`,
  }).flatMap(([name, value]) => (value === null ? [] : [`   ${name}="${escapeXml(String(value))}"`]));
  const spaces = Object.entries(namespaces).map(([name, address]) => `   xmlns:${name}="${address}"`);
  const elements = [
    textOf("dc:title", facts.title),
    textOf("dc:description", facts.description ?? facts.caption),
    textOf("Iptc4xmpCore:AltTextAccessibility", facts.description === null ? null : facts.caption),
    bagOf("dc:subject", facts.keywords),
    bagOf("Iptc4xmpExt:PersonInImage", facts.people),
  ].filter(Boolean);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `  <rdf:Description rdf:about=""\n${[...spaces, ...attributes].join("\n")}>`,
    ...elements,
    "  </rdf:Description>",
    " </rdf:RDF>",
    "</x:xmpmeta>",
    '<?xpacket end="w"?>',
    "",
  ].join("\n");
}

function textOf(name: string, text: string | null): string | null {
  if (!text) return null;
  return `   <${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`;
}

function bagOf(name: string, words: string[]): string | null {
  if (words.length === 0) return null;
  const items = words.map((word) => `<rdf:li>${escapeXml(word)}</rdf:li>`).join("");
  return `   <${name}><rdf:Bag>${items}</rdf:Bag></${name}>`;
}

/** XMP's way to say degrees: `38,43.3500N`. */
function degrees(value: number, positive: string, negative: string): string {
  const whole = Math.floor(Math.abs(value));
  const minutes = (Math.abs(value) - whole) * 60;
  return `${whole},${minutes.toFixed(6)}${value < 0 ? negative : positive}`;
}

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
