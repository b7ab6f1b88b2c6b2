import { resolve } from "node:path";
import { dts } from "rollup-plugin-dts";
import ts from "typescript";

// JavaScript: our few lines, dependencies left outside. Types: everything that the router says, in one file.
const stripTypes = {
  name: "strip-types",
  transform: (code, id) =>
    id.endsWith(".ts")
      ? {
          code: ts.transpileModule(code, {
            compilerOptions: { target: "ES2022", module: "ESNext", verbatimModuleSyntax: true },
          }).outputText,
          map: null,
        }
      : null,
};

/** The house's own addresses ("#server/api/router.ts") are paths from its root. */
const ownAddresses = {
  name: "own-addresses",
  resolveId: (id) => (id.startsWith("#") ? resolve(id.slice(1)) : null),
};

const external = (id) => !id.startsWith(".") && !id.startsWith("/") && !id.startsWith("#");

export default [
  { input: "client/index.ts", output: { file: "client/dist/index.js" }, external, plugins: [stripTypes] },
  {
    input: "client/index.ts",
    output: { file: "client/dist/index.d.ts" },
    external,
    plugins: [ownAddresses, dts({ tsconfig: "tsconfig.json" })],
  },
];
