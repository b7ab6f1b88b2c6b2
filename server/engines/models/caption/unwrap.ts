import { agreement, captionKeys, fieldLabel, finalMark, noValue, preface, thinkingNames } from "./phrases.ts";

/** Takes one kind of wrapping off an answer. It returns the answer unchanged if there is none. */
export type Unwrap = (answer: string) => string;

/** Marks that show nothing or turn the direction of the text. Joiners stay: emoji and Indian scripts need them. */
const invisible = /[\uFFFD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

/** Removes control characters, NUL, and U+FFFD, which stands for bytes that were no text. */
const withoutUnreadable: Unwrap = (answer) =>
  answer
    .toWellFormed()
    .replace(/\p{Cc}/gu, (control) => (/\s/u.test(control) ? control : ""))
    .replace(invisible, "");

const opening = `[<[◁]\\|?(?:begin_of_)?(?:${thinkingNames})\\|?[>\\]▷]`;
const closing = `[<[◁]\\|?(?:/|end_of_)(?:${thinkingNames})\\|?[>\\]▷]`;
const wholeThought = new RegExp(`${opening}(?:(?!${opening}).)*?${closing}`, "gisu");
const beforeClosing = new RegExp(`^.*${closing}`, "isu");
const afterOpening = new RegExp(`${opening}.*$`, "isu");
const anyThought = new RegExp(`${opening}|${closing}|<\\|?channel\\|?>`, "iu");
const finalChannel = /^.*<\|?channel\|?>\s*(?:final|answer)\s*(?:<\|message\|>)?/isu;
/** Gemma closes a channel of thoughts by this, and then answers. */
const closedChannel = /^.*<channel\|>/isu;

/** Returns true if any part of the answer is marked as thinking. */
export const hasThinking = (answer: string) => anyThought.test(answer);

const withoutThinking: Unwrap = (answer) => {
  if (/<\|channel\|?>/iu.test(answer)) {
    const said = [finalChannel, closedChannel].find((mark) => mark.test(answer));
    return said ? answer.replace(said, "") : answer.replace(/<\|channel\|?>.*$/isu, "");
  }
  const rest = answer.replace(wholeThought, " ").replace(beforeClosing, "").replace(afterOpening, "");
  return rest === answer ? answer : rest.trim();
};

/** Returns what follows the last "Final answer:". The text before it is only steps to the answer. */
const fromFinalMark: Unwrap = (answer) => {
  const last = [...answer.matchAll(finalMark)].at(-1);
  const said = last && answer.slice(last.index + last[0].length);
  return said && /\p{L}/u.test(said) ? said : answer;
};

const turn = "\u0001";
const endOfTurn =
  /<\/s>|<eos>|<\|(?:im_end|endoftext|eot_id|end|end_of_text|eom_id|return)\|>|<end_of_turn>|<end_of_utterance>/giu;
const roleMarks = [
  /<\|(?:im_start|start)\|>\s*(\p{L}+)/giu,
  /<\|start_header_id\|>\s*(\p{L}+)\s*<\|end_header_id\|>/giu,
  /<start_of_turn>\s*(\p{L}+)/giu,
  /<\|(user|assistant|system)\|>/giu,
  /^[ \t*#]*(user|human|system|instruction|question|assistant|ai|response|nutzer|benutzer|assistent|utilisateur|usuario|asistente|用户|助手|ユーザー|アシスタント)\s*[*]*[:：][*]*/gimu,
  /(?<!\p{L})(USER|HUMAN|ASSISTANT)\s*:/gu,
];
const asks =
  /^(?:user|human|system|instruction|question|nutzer|benutzer|utilisateur|usuario|用户|ユーザー)$/i;
const controlToken =
  /<\|[^|<>]{1,40}\|>|<\/?(?:s|unk|pad|bos|eos|image|img|mask|sep|cls|extra_id_\d+|unused\d+|0x[0-9a-f]{2})>|\[(?:PAD|UNK|SEP|CLS|MASK|BOS|EOS)\]/giu;

/** Keeps the first reply of the model. All later ones are invented, and so is a question before it. */
const firstReply: Unwrap = (answer) => {
  let marked = answer.replace(/\[\/INST\]/giu, `${turn}assistant\n`).replace(/\[INST\]/giu, `${turn}user\n`);
  for (const mark of roleMarks) marked = marked.replace(mark, `${turn}$1\n`);
  marked = marked.replace(endOfTurn, `${turn}user\n`);
  const [begin = "", ...turns] = marked.split(turn);
  const said = turns.flatMap((one) => {
    const [role = "", ...lines] = one.split("\n");
    return asks.test(role) ? [] : [lines.join("\n")];
  });
  const first = [begin, ...said].find((text) => /\p{L}/u.test(text.replace(controlToken, "")));
  return (first ?? "").replace(controlToken, " ");
};

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const withoutHtml: Unwrap = (answer) =>
  answer
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d|tr)>/giu, "\n")
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/giu, "")
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/giu, (_, name: string) => entities[name.toLowerCase()] ?? "")
    .replace(/&#(\d{2,6});/gu, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));

/** Takes the caption out of JSON, which may be fenced, introduced or cut off. */
const fromJson: Unwrap = (answer) => {
  const [, fenced] = /```[a-z]*\s*\n?(.*?)(?:```|$)/isu.exec(answer) ?? [];
  const body = (fenced ?? answer).trim();
  const from = body.search(/[{[]\s*["'{[]/u);
  const isJson = from === 0 || (from > 0 && /[:：]\s*$/u.test(body.slice(0, from)));
  if (!isJson) return fenced ?? answer;
  const to = Math.max(body.lastIndexOf("}"), body.lastIndexOf("]"));
  try {
    return stringsOf(JSON.parse(body.slice(from, to + 1))).join("\n");
  } catch {
    const pairs = [...body.matchAll(/["']([^"']{1,40})["']\s*:\s*(["'])((?:\\.|(?!\2)[^\\])*)/gsu)];
    const [, , , value] = pairs.find(([, key = ""]) => captionKeys.test(key)) ?? pairs[0] ?? [];
    return value === undefined ? answer : value.replace(/\\n/gu, "\n").replace(/\\(.)/gsu, "$1");
  }
};

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  const caption = entries.find(([key, one]) => captionKeys.test(key) && stringsOf(one).length > 0);
  return caption ? stringsOf(caption[1]) : entries.flatMap(([, one]) => stringsOf(one));
}

const bullet = /^\s*(?:[-*+•‣▪–]|\d{1,2}[.)])\s+/u;
const boldLabel = /^(?:\*\*|__)([^*_:：]{1,40})(?:[:：]\s*(?:\*\*|__)|(?:\*\*|__)\s*[:：])\s*/u;
const bareLabel = /^[\p{L} ]{1,30}[:：]\s+(?=\S)/u;
const heading = /^\s*(?:#{1,6}\s+(.+?)\s*#*|(?:\*\*|__)([^*_]{1,60})(?:\*\*|__))\s*:?$/u;

/** Turns lists, labels, headings and emphasis into plain sentences. A heading is removed if any text follows it. */
const withoutMarkdown: Unwrap = (answer) => {
  const lines = answer.split("\n");
  const said = lines.map((line, at) => {
    const [title, ...titles] = heading.exec(line) ?? [];
    if (title) {
      const hasText = lines.some(
        (other, place) => place !== at && /\p{L}/u.test(other) && !heading.test(other),
      );
      return hasText ? "" : (titles.find(Boolean) ?? "");
    }
    if (/^[\s|:-]*-{3,}[\s|:-]*$/u.test(line)) return "";
    const isItem = bullet.test(line);
    const item = line
      .replace(/^\s*>\s?/u, "")
      .replace(bullet, "")
      .trim();
    const value = item
      .replace(boldLabel, "")
      .replace(isItem ? bareLabel : fieldLabel, "")
      .replace(fieldLabel, "");
    if (noValue.test(plain(value))) return "";
    return isItem || value !== item ? sentence(plain(value)) : plain(value);
  });
  return said.join("\n").trim();
};

const plain = (text: string) =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/(\*\*|__|`+)(?=\S)(.+?)(?<=\S)\1/gu, "$2")
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)(.+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)(.+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/\*\*/gu, "");

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const sentence = (text: string) =>
  text === "" || /[.!?。！？…”"]$/u.test(text) ? capitalised(text) : `${capitalised(text)}.`;

/** In words. A longer first line is no preamble, even if it ends in a colon. */
const longestPreamble = 20;

/** Removes agreement ("Sure!"), a first line that ends in a colon, and a preface ("Here is …:"). */
const withoutPreamble: Unwrap = (answer) => {
  let text = answer.trim();
  for (let before = ""; before !== text; ) {
    before = text;
    const [first = "", ...rest] = text.split("\n");
    const introduces = /[:：]\s*$/u.test(first) && first.split(/\s+/u).length <= longestPreamble;
    const hasText = rest.some((line) => /\p{L}/u.test(line));
    text = (introduces && hasText ? rest.join("\n") : text).trim();
    for (const part of [agreement, preface, fieldLabel]) {
      const bare = text.replace(part, "");
      if (/\p{L}/u.test(bare)) text = bare;
    }
  }
  return text === answer.trim() ? answer : capitalised(text);
};

const quotePairs = ['""', "“”", "„“", "„”", "«»", "‹›", "「」", "『』", "‘’", "''"];

/** Removes quotes that enclose the whole answer. */
const withoutQuotes: Unwrap = (answer) => {
  const text = answer.trim();
  for (const [open = "", close = ""] of quotePairs.map((pair) => [...pair])) {
    if (!text.startsWith(open)) continue;
    const inner = text.slice(1);
    const end = inner.indexOf(close);
    if (end === inner.length - 1) return inner.slice(0, -1).trim();
    // The answer was cut off before its closing quote.
    if (end === -1 && open !== "'" && open !== "‘") return inner.trim();
  }
  return answer;
};

const onOneLine: Unwrap = (answer) => answer.replace(/\s+/gu, " ").trim();

/** All steps in their order, from the outermost wrapping to the innermost. */
export const steps: Unwrap[] = [
  withoutUnreadable,
  withoutThinking,
  firstReply,
  withoutHtml,
  fromJson,
  fromFinalMark,
  withoutMarkdown,
  withoutPreamble,
  onOneLine,
  withoutQuotes,
];
