import type { Conversation, Hit, Turn } from "../types.ts";
import { offerWordsOf } from "../wording/offers.ts";

/**
 * Writes a conversation as Markdown: each question with its answer, its filters, and links to the photos of its first
 * page. `origin` is the address of Glimpse, without a slash at its end.
 */
export function conversationMarkdown({ id, title, turns }: Conversation, origin: string): string {
  const page = `${origin}/c/${id}`;
  const parts = turns.map((turn) => turnMarkdown(turn, page));
  return `${[`# ${escaped(title)}`, `<${page}>`, ...parts].join("\n\n")}\n`;
}

function turnMarkdown(turn: Turn, page: string): string {
  const say = offerWordsOf(turn.plan?.language ?? "en");
  const labels = (turn.plan?.filters ?? []).filter(({ off }) => !off).map(({ label }) => label);
  const shown = turn.hits.reduce((sum, { more }) => sum + 1 + more.length, 0);
  const parts = [
    `## ${escaped(turn.text || turn.photos.map(({ fileName }) => fileName).join(", "))}`,
    turn.second?.serves === "second" ? escaped(say.readAs(turn.second.text)) : "",
    escaped(turn.words || (turn.error?.message ?? "")),
    [...new Set(labels)].map((label) => `\`${label.replaceAll("`", "")}\``).join(" "),
    turn.hits.map((hit, at) => `${at + 1}. ${linkTo(hit, page, say.photo)}`).join("\n"),
    turn.total > shown ? `[${say.more(turn.total - shown)}](${page})` : "",
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function linkTo({ photo }: Hit, page: string, nameless: string): string {
  const name = photo.caption?.text ?? photo.title ?? (photo.fileName || nameless);
  const where = photo.place?.city ?? photo.place?.region ?? photo.place?.country;
  const facts = [photo.takenAt?.slice(0, 10), where].filter((part) => part != null);
  return `[${escaped(name)}](${page}?photo=${photo.id})${facts.length > 0 ? `, ${escaped(facts.join(", "))}` : ""}`;
}

/** Writes a text of a person or a model as one line of plain words, so that it cannot become Markdown or HTML. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>()#|~!]/g, "\\$&");
}
