import { client } from "#app/api/client.ts";

/** Saves a conversation as a Markdown file, whose links lead to this Glimpse. */
export async function exportConversation(id: string): Promise<void> {
  const { origin } = location;
  const { title, text } = await client.conversations.export.query({ id, origin });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  link.download = `${fileNameOf(title)}.md`;
  link.click();
  // The browser has begun to save it, and needs the address no more.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Leaves out what a file system may not take. */
export function fileNameOf(title: string): string {
  const name = title
    .replace(/[^\p{L}\p{N} _-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80)
    .trim();
  return name || "Glimpse";
}
