import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";
import { shippedPackages } from "./scripts/shipped-packages.ts";

export default defineConfig(({ mode }) => ({
  // Vitest reads this file too, and tests its modules without Remix.
  plugins: mode === "test" ? [] : [tailwindcss(), remix(remixConfig), shippedPackages(import.meta.dirname)],
  // Found before the first page: a dependency that comes later would bring a second React along.
  optimizeDeps: { entries: ["app/**/*.{ts,tsx}", "!app/**/*.test.ts", "!app/*.server.tsx"] },
  worker: { format: "es" },
  // Bundled, so that the web process loads the icons and parts that are used and not all of the packages: 40 MB less.
  ssr: { noExternal: ["lucide-react", "radix-ui", /^@radix-ui\//] },
  build: {
    target: "es2022",
    // The library's page began with 50 files, most of them below 1 kB, and each costs a request. With this there are 34,
    // and no more bytes (2026-12-01).
    rollupOptions: { output: { experimentalMinChunkSize: 2_000 } },
  },
}));
