import { expect, test } from "vitest";
import { isForeign, isLoopback, knownHosts } from "./web-sites.ts";

const host = "photos.home:3000";
const navigation = { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
const picture = { "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" };
const frame = { "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" };
const asked = (method: string, path: string, headers: Record<string, string>) =>
  isForeign({ method, path, headers: { host, ...headers } }, ["https://photos.example"]);
const everywhere = [
  "/",
  "/c/x",
  "/api/trpc/system.status",
  "/photos/x/original",
  "/assets/a.js",
  "/_root.data",
];

test.each<Record<string, string>>([
  { "sec-fetch-site": "cross-site", ...picture },
  { "sec-fetch-site": "same-site", ...picture },
  { "sec-fetch-site": "cross-site", ...frame },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "http://photos.home" },
  { referer: "https://evil.example/page" },
  { referer: "http://photos.home.evil.example/" },
  { referer: "nonsense" },
])("%o comes from another site, wherever it goes", (headers) => {
  for (const path of everywhere) {
    for (const method of ["GET", "HEAD", "POST"]) expect(asked(method, path, headers)).toBe(true);
  }
});

test.each<Record<string, string>>([
  {},
  { "sec-fetch-site": "none", ...navigation },
  { "sec-fetch-site": "same-origin", ...picture },
  { origin: "http://photos.home:3000" },
  { origin: "https://photos.example" },
  { referer: "http://photos.home:3000/c/x" },
  { referer: "https://photos.example/" },
])("%o comes from our own pages, or from a program", (headers) => {
  for (const path of everywhere) {
    for (const method of ["GET", "HEAD", "POST"]) expect(asked(method, path, headers)).toBe(false);
  }
});

test.each<Record<string, string>>([
  { "sec-fetch-site": "cross-site", ...navigation, referer: "https://wiki.example/" },
  { "sec-fetch-site": "same-site", ...navigation },
  { referer: "http://dashboard.home/", "upgrade-insecure-requests": "1" },
])("%o follows a link, which may lead to a page and nowhere else", (headers) => {
  expect(everywhere.map((path) => asked("GET", path, headers))).toEqual([
    ...[false, false],
    ...[true, true, true, true],
  ]);
  // Express finds its routes in any spelling.
  expect(asked("GET", "/API/trpc/system.status", headers)).toBe(true);
  expect(asked("POST", "/", headers)).toBe(true);
});

test("a Host is known by the origins, by the address that we listen on, and as loopback", () => {
  const isOurs = knownHosts({ host: "192.168.1.5", origins: ["https://photos.example", "http://nas:3000"] });
  const known = ["photos.example", "nas:3000", "192.168.1.5:3000", "localhost:3000", "[::1]:3000"];
  expect(known.filter((name) => !isOurs(name))).toEqual([]);
  const foreign = ["nas", "evil.example", "localhost.evil.example", "192.168.1.6", "", undefined];
  expect(foreign.filter(isOurs)).toEqual([]);
  expect(knownHosts({ host: "0.0.0.0", origins: [] })("evil.example:3000")).toBe(false);
});

test("loopback is what no other machine can reach", () => {
  expect(["127.0.0.1", "127.1.2.3", "::1", "localhost"].map(isLoopback)).toEqual(Array(4).fill(true));
  expect(["0.0.0.0", "::", "192.168.1.5", "127.0.0.1.example"].map(isLoopback)).toEqual(Array(4).fill(false));
});
