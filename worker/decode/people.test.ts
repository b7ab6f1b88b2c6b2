import { expect, test } from "vitest";
import { uprightFace } from "./people.ts";

const face = { name: "Ann Lee", left: 0.1, top: 0.2, width: 0.3, height: 0.4 };

// Where the corner that lies at the top left of the stored picture comes to lie, by EXIF's table of orientations.
test.each([
  [1, { left: 0.1, top: 0.2, width: 0.3, height: 0.4 }],
  [2, { left: 0.6, top: 0.2, width: 0.3, height: 0.4 }],
  [3, { left: 0.6, top: 0.4, width: 0.3, height: 0.4 }],
  [4, { left: 0.1, top: 0.4, width: 0.3, height: 0.4 }],
  [5, { left: 0.2, top: 0.1, width: 0.4, height: 0.3 }],
  [6, { left: 0.4, top: 0.1, width: 0.4, height: 0.3 }],
  [7, { left: 0.4, top: 0.6, width: 0.4, height: 0.3 }],
  [8, { left: 0.2, top: 0.6, width: 0.4, height: 0.3 }],
])("a face in a picture that is turned by %d is where it is seen", (turn, upright) => {
  expect(uprightFace(face, turn)).toEqual({ name: "Ann Lee", ...upright });
});
