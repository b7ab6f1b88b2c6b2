import { as, numeral, oneOf, type Pattern } from "./matcher.ts";

/** "12", "1.5" or "a couple of" */
export const number = as(oneOf(numeral(/^\d{1,7}(?:[.,]\d{1,3})?$/), "numbers"), (said) =>
  typeof said === "number" ? said : Number(said[0].replace(",", ".")),
);

/** A number of things, up to `most`. */
export const countUpTo = (most: number): Pattern<number> =>
  as(number, (said) => (said <= most ? Math.round(said) : null));

/** "14", "14th" or "second" */
export const dayOfMonth = as(oneOf(numeral(/^\d\d?(?:st|nd|rd|th)?$/), "ordinals"), (said) => {
  const value = typeof said === "number" ? said : Number.parseInt(said[0], 10);
  return value >= 1 && value <= 31 ? value : null;
});
