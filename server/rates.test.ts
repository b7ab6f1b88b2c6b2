import { expect, test } from "vitest";
import { createRates } from "./rates.ts";

test("an address may do some at once, and then as many as come back in time", () => {
  let time = 0;
  const rates = createRates({ burst: 3, perSecond: 0.5 }, () => time);
  expect([1, 2, 3, 4].map(() => rates.take("a"))).toEqual([0, 0, 0, 2]);
  expect(rates.take("b")).toBe(0);
  rates.giveBack("a");
  expect([rates.take("a"), rates.take("a")]).toEqual([0, 2]);
  time = 1_000;
  expect(rates.take("a")).toBe(1);
  time = 2_000;
  expect([rates.take("a"), rates.take("a")]).toEqual([0, 2]);
  time = 1e9;
  expect([1, 2, 3, 4].map(() => rates.take("a"))).toEqual([0, 0, 0, 2]);
});

test("very many addresses take no more memory than 10,000 do", () => {
  const rates = createRates({ burst: 1, perSecond: 1 }, () => 0);
  for (let n = 0; n < 10_001; n++) expect(rates.take(`address ${n}`)).toBe(0);
  // The first is forgotten, and begins anew.
  expect([rates.take("address 0"), rates.take("address 10000")]).toEqual([0, 1]);
});
