import { expect, test } from "vitest";
import { ollamaAddress, readConfig } from "./config.ts";

test("nothing has to be set", () => {
  expect(readConfig({})).toMatchObject({
    host: "127.0.0.1",
    port: 3000,
    origins: [],
    trustedProxies: [],
    password: null,
    tls: null,
    ollamaHosts: ["http://127.0.0.1:11434"],
    visionModel: "llava",
    embedModel: "mistral",
    models: "auto",
    secondReader: "auto",
    secondReaderMs: 3_000,
    maxUploadBytes: 200_000_000,
    maxVideoBytes: 4_000_000_000,
    newLibrary: false,
    stateFolder: null,
  });
});

test("notes are kept where the XDG specification says", () => {
  expect(readConfig({ HOME: "/home/anna" }).stateFolder).toBe("/home/anna/.local/state/glimpse");
  expect(readConfig({ HOME: "/home/anna", XDG_STATE_HOME: "/state" }).stateFolder).toBe("/state/glimpse");
  expect(readConfig({ HOME: "/home/anna", XDG_STATE_HOME: "state" }).stateFolder).toBe(
    "/home/anna/.local/state/glimpse",
  );
});

test.each([
  ["0.0.0.0", "http://127.0.0.1:11434"],
  ["0.0.0.0:8080", "http://127.0.0.1:8080"],
  ["nas", "http://nas:11434"],
  ["nas:80", "http://nas:80"],
  ["http://nas", "http://nas:80"],
  ["https://ollama.example/", "https://ollama.example:443"],
  ["[::1]:9", "http://[::1]:9"],
])("OLLAMA_HOST=%s is read as Ollama reads it", (given, address) =>
  expect(ollamaAddress(given)).toBe(address));

test("OLLAMA_HOST may be a list, in which each server counts once", () => {
  expect(readConfig({ OLLAMA_HOST: "nas, https://gpu.example ,nas:11434," }).ollamaHosts).toEqual([
    "http://nas:11434",
    "https://gpu.example:443",
  ]);
});

test.each([
  [{ GLIMPSE_PORT: "abc" }, /^GLIMPSE_PORT: must be a whole number/],
  [{ GLIMPSE_PORT: "70000" }, /^GLIMPSE_PORT: /],
  [{ GLIMPSE_MODELS: "maybe" }, /^GLIMPSE_MODELS: must be auto or off/],
  [{ GLIMPSE_SECOND_READER_SECONDS: "0" }, /^GLIMPSE_SECOND_READER_SECONDS: must be a whole number/],
  [{ GLIMPSE_ORIGIN: "photos.example" }, /^GLIMPSE_ORIGIN: must be an address/],
  [{ GLIMPSE_ORIGIN: "https://a.example, b.example" }, /^GLIMPSE_ORIGIN: must be an address/],
  [{ GLIMPSE_TRUSTED_PROXIES: "proxy" }, /^GLIMPSE_TRUSTED_PROXIES: must be addresses/],
  [{ GLIMPSE_TRUSTED_PROXIES: "10.0.0.0/33" }, /^GLIMPSE_TRUSTED_PROXIES: must be addresses/],
  [{ GLIMPSE_PASSWORD: "short" }, /^GLIMPSE_PASSWORD: must have at least 8 characters/],
  [{ GLIMPSE_TLS_CERT: "cert.pem" }, /^GLIMPSE_TLS_KEY: a certificate and its key/],
  [{ OLLAMA_HOST: ":::bad" }, /^OLLAMA_HOST: must be an address/],
  [{ OLLAMA_HOST: "nas, :::bad" }, /^OLLAMA_HOST: must be an address/],
  [{ OLLAMA_HOST: " , " }, /^OLLAMA_HOST: must be an address/],
  [{ GLIMPSE_MAX_UPLOAD_MB: "0" }, /^GLIMPSE_MAX_UPLOAD_MB: /],
  [{ MILVUS_URL: "milvus:19530" }, /^MILVUS_URL: must be an address/],
])("%o names the setting", (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message);
});

test("GLIMPSE_PORT wins over PORT, and an empty setting counts as unset", () => {
  const environment = {
    PORT: "80",
    GLIMPSE_PORT: "81",
    GLIMPSE_HOST: "",
    GLIMPSE_ORIGIN: "https://photos.example/",
  };
  expect(readConfig(environment)).toMatchObject({
    port: 81,
    host: "127.0.0.1",
    origins: ["https://photos.example"],
  });
});

test("several origins and proxies may be set, with commas between them", () => {
  const environment = {
    GLIMPSE_ORIGIN: "https://photos.example/, http://nas.home:3000",
    GLIMPSE_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8,fd00::/8",
  };
  expect(readConfig(environment)).toMatchObject({
    origins: ["https://photos.example", "http://nas.home:3000"],
    trustedProxies: ["127.0.0.1", "10.0.0.0/8", "fd00::/8"],
  });
});
