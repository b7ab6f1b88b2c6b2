import { type FunctionComponent, memo, type NamedExoticComponent } from "react";

/** Makes a component that is drawn anew only when one of its properties is another one. */
export const drawnOnce = <Props extends object>(
  component: FunctionComponent<Props>,
): NamedExoticComponent<Props> => memo(component);
