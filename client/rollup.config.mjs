import { resolve } from "node:path";
import { dts } from "rollup-plugin-dts";
import ts from "typescript";

// The JavaScript holds only our few lines and imports its dependencies. One file of types holds the whole
// router's types.
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

/** Resolves this project's own imports ("#server/api/router.ts") as paths from its root. */
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
    // Its own resolving of paths would take packages for files of ours.
    plugins: [ownAddresses, dts({ tsconfig: "tsconfig.json", compilerOptions: { paths: {} } })],
  },
];
