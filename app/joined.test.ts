import { expect, test } from "vitest";
import { Joined } from "./joined.server.ts";

test("what is written at one time comes as one piece, at once when it is flushed and at the end", async () => {
  const joined = new Joined();
  const pieces: string[] = [];
  joined.on("data", (piece: Buffer) => pieces.push(piece.toString()));
  for (const part of ["<html>", "<body>", "é"]) joined.write(part);
  joined.flush();
  joined.flush();
  await expect.poll(() => pieces).toEqual(["<html><body>é"]);
  joined.write("</body>");
  joined.end("</html>");
  await expect.poll(() => pieces).toEqual(["<html><body>é", "</body></html>"]);
});
