import { createSHA256 } from "hash-wasm";

export interface HashRequest {
  id: string;
  file: File;
}

export interface HashAnswer {
  id: string;
  /** In hex; null if the file could not be read. */
  sha256: string | null;
}

async function hash(file: File): Promise<string | null> {
  try {
    const sha256 = await createSHA256();
    const reader = file.stream().getReader();
    for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
      sha256.update(value);
    }
    return sha256.digest("hex");
  } catch {
    return null;
  }
}

addEventListener("message", async ({ data }: MessageEvent<HashRequest>) => {
  const answer: HashAnswer = { id: data.id, sha256: await hash(data.file) };
  postMessage(answer);
});
