import type { ComponentProps } from "react";
import type { Confirm } from "./confirm.tsx";
import { createPart } from "./part.tsx";

/** `Confirm` for pages that open without it: its code is loaded when something is to be confirmed. */
export const ConfirmPart = createPart<ComponentProps<typeof Confirm>>(() =>
  import("./confirm.tsx").then((module) => ({ default: module.Confirm })),
);
