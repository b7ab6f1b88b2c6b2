import { expect, test } from "vitest";
import { startModels } from "#tests/doubles/ollama-fixture.ts";
import { connectOllama } from "./connection.ts";

test("leaving a stream before its end closes the connection, which stops the generation", async () => {
  await using fixture = await startModels({ pace: { tokenMs: 20 } });
  const { double } = fixture;
  const connection = connectOllama(double.url);
  double.fail({ kind: "loop" });
  await connection.exchange({ first: 5_000, next: 5_000 }, async ({ ollama }) => {
    const messages = [{ role: "user", content: "go on" }];
    for await (const _ of await ollama.chat({ model: "mistral", messages, stream: true })) break;
  });
  await expect.poll(() => double.asked.at(-1)?.state).toBe("aborted");
  await connection.close();
});
