import { expect, test } from "vitest";
import { context } from "#tests/fixtures/reading/context.ts";
import type { StoredTurn } from "../../library/turn-edits.ts";
import { planOf } from "../read-plan.ts";
import { readQuestion } from "../reading/read-question.ts";
import { standingOf } from "./shown.ts";

const turnOf = (text: string): StoredTurn => ({
  id: "0192f0c1-2d3e-7000-8000-000000000001",
  owner: "local",
  conversation_id: "0192f0c1-2d3e-7000-8000-000000000002",
  text,
  photo_ids: [],
  now: null,
  time_zone: null,
  state: "done",
  plan: planOf(readQuestion(text, context)),
  result_set_id: "0192f0c1-2d3e-7000-8000-000000000003",
  words: "",
  error_code: null,
  error_message: null,
  created_at: 1,
  lease_by: null,
  lease_until: null,
  ...{ stands: 0, second: null, replaced_by: null, cover: null, cover_place: null, cover_taken: null },
});

test("a question back is noted until somebody replies, and is no part of the search", () => {
  const turn = turnOf("photos from Lisbon");
  const asking = {
    ...turn,
    plan: { ...planOf(readQuestion(turn.text, context)), whom: { relation: "dog" } },
  };
  const standing = standingOf([asking]);
  expect(standing.askedAfter).toEqual(["dog"]);
  expect(standing.searches[0]?.plan).not.toHaveProperty("whom");
  const replied = { ...asking, plan: { ...asking.plan, whom: { relation: "dog", is: null } } };
  expect(standingOf([replied]).askedAfter).toEqual([]);
});

test("a later turn keeps the filter of a corrected name, but does not say again that it was corrected", () => {
  const turn = turnOf("photos from Lisbom");
  expect(turn.plan).toMatchObject({ filters: [{ value: "Lisbon", meant: "Lisbon" }] });
  const [search] = standingOf([turn]).searches;
  expect(search?.plan.filters).toMatchObject([{ field: "city", value: "Lisbon" }]);
  expect(search?.plan.filters[0]).not.toHaveProperty("meant");
});
