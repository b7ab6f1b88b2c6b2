import { expect, test } from "vitest";
import { prompt } from "./prompts.ts";
import { readAnswer } from "./read-answer.ts";

/** A model's answer, and its caption or, in brackets, the flaw that it must have. */
type Case = readonly [answer: string, expected: string, cut?: "cut"];

/** Answers of vision models as people have reported them. */
const reported: Record<string, Case> = {
  think_inline: [
    "<think>\nOkay, the user wants a description of the photo. I see a dog, maybe a cat in the background? No, only a dog. Let me write it.\n</think>\n\nA brown dog runs along a sandy beach at sunset.",
    "A brown dog runs along a sandy beach at sunset.",
  ],
  think_unclosed_cut: [
    "<think>\nGot it, let me look at the picture. There is a boat and perhaps people who are swimming. First, I should consider the",
    "[thinking]",
    "cut",
  ],
  preamble_here: [
    "Here's a detailed description of the image:\n\nA cat sleeping on a windowsill beside a red pot.",
    "A cat sleeping on a windowsill beside a red pot.",
  ],
  preamble_sure: [
    "Sure! Here is a concise description of the photo: A cat sleeping on a windowsill.",
    "A cat sleeping on a windowsill.",
  ],
  preamble_certainly_caption: [
    "**Caption:** Two children flying a kite on a dune.",
    "Two children flying a kite on a dune.",
  ],
  markdown_list: [
    "**Subject:** A wooden boat\n\n* **Setting:** a quiet harbour\n* **Colours:** blue, white\n* **Light:** soft morning light\n\n### Text\nNone visible.",
    "A wooden boat. A quiet harbour. Blue, white. Soft morning light.",
  ],
  json_fenced: [
    '```json\n{"caption": "An old man feeds pigeons on a square", "tags": ["man", "pigeons", "square"]}\n```',
    "An old man feeds pigeons on a square",
  ],
  quoted: [
    '"A lighthouse on a rocky shore under grey clouds."',
    "A lighthouse on a rocky shore under grey clouds.",
  ],
  no_image_seems: [
    "It seems that no image was attached to your message. Please upload the photo and I will describe it.",
    "[refusal]",
  ],
  refuse_apologize: ["I apologize, but I cannot provide a description of people in this image.", "[refusal]"],
  refuse_comfortable: [
    "I'm not comfortable identifying or describing the people in this image.",
    "[refusal]",
  ],
  refuse_notgoing: ["I'm not going to describe this image.", "[refusal]"],
  refuse_cannot_passive: ["This request can't be fulfilled as it involves a minor.", "[refusal]"],
  refuse_unable_determine: ["Unable to process the image.", "[refusal]"],
  refuse_zh: ["抱歉，我无法查看图片。", "[refusal]"],
  refuse_de: ["Es tut mir leid, aber ich kann dieses Bild nicht beschreiben.", "[refusal]"],
  tokens_s: ["A goat on a rock.</s>", "A goat on a rock."],
  assistant_tail: [
    "A woman with red hair sits on a bench.\n\nASSISTANT: Here is the revised caption:\n\nA woman with red hair sits on a bench in a park.",
    "A woman with red hair sits on a bench.",
  ],
  negation_list: [
    "A quiet street with parked cars. There is no text visible in the image. No people, no animals, and no snow can be seen.",
    "A quiet street with parked cars.",
  ],
  chinese: ["一只狗在海滩上奔跑。", "一只狗在海滩上奔跑。"],
  html: ["<p>A farmer with two cows.</p>", "A farmer with two cows."],
  dot_unk: ["<unk><unk><unk><unk>", "[empty]"],
  GGG: ["GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG", "[loop]"],
  bang: ["!!!!!!!!!!!!!!!!!!!!!!!!", "[empty]"],
  second_ok_first: ["I'm sorry, I can't help with that.", "[refusal]"],
  second_ok_second: ["A baker pulls bread from an oven.", "A baker pulls bread from an oven."],
};

/** Other wordings and other languages of the same kinds, written before the rules were tried on them. */
const furtherKinds: Record<string, Case> = {
  "thinking that the chat template has opened": [
    "Okay, the user wants a caption. I see two horses.\n</think>\n\nTwo horses graze in a green meadow.",
    "Two horses graze in a green meadow.",
  ],
  "channels of thinking and of the answer": [
    "<|channel|>analysis<|message|>The user asks for a description. There may be a cat.<|end|><|start|>assistant<|channel|>final<|message|>A grey tent stands beside a lake.",
    "A grey tent stands beside a lake.",
  ],
  "a channel of thinking that is cut off": [
    "<|channel|>analysis<|message|>We need to describe the photo. It shows perhaps a cat",
    "[thinking]",
    "cut",
  ],
  "thinking in square brackets": [
    "[THINK]The user wants a caption. A tractor?[/THINK]A red tractor ploughs a field.",
    "A red tractor ploughs a field.",
  ],
  "thinking between triangles": [
    "◁think▷Let me see. Is it a bus?◁/think▷A bus waits at a stop in the rain.",
    "A bus waits at a stop in the rain.",
  ],
  "a German preamble": [
    "Gerne! Hier ist eine kurze Beschreibung des Fotos:\n\nEin rotes Fahrrad lehnt an einer Ziegelmauer.",
    "Ein rotes Fahrrad lehnt an einer Ziegelmauer.",
  ],
  "a French preamble": [
    "Bien sûr ! Voici une description de l'image : Un chat noir dort sur un canapé.",
    "Un chat noir dort sur un canapé.",
  ],
  "a Spanish preamble": [
    "¡Claro! Aquí tienes una descripción de la imagen: Dos niños juegan al fútbol en un parque.",
    "Dos niños juegan al fútbol en un parque.",
  ],
  "a Chinese preamble": ["好的，以下是这张图片的描述：\n一位老人在公园里下棋。", "一位老人在公园里下棋。"],
  "a Japanese preamble": [
    "もちろんです。以下が写真の説明です：\n桜の木の下で二人が座っている。",
    "桜の木の下で二人が座っている。",
  ],
  "a list with an empty entry": [
    "- **Main subject**: A white van\n- **Location**: a wet car park\n- **People**: None",
    "A white van. A wet car park.",
  ],
  "a numbered list": [
    "1. A girl in a yellow raincoat.\n2. She jumps in a puddle.",
    "A girl in a yellow raincoat. She jumps in a puddle.",
  ],
  "bare JSON": [
    '{"description": "A snowy street at night.", "confidence": 0.93}',
    "A snowy street at night.",
  ],
  "JSON that is cut off": [
    '```json\n{"caption": "A market stall with oranges. A woman weighs',
    "A market stall with oranges.",
    "cut",
  ],
  "French quotes": ["« Une plage vide sous un ciel gris. »", "Une plage vide sous un ciel gris."],
  "German quotes": ["„Ein Hund schläft im Korb.“", "Ein Hund schläft im Korb."],
  "a dialogue of ChatML": [
    "A dog on a pier.<|im_end|>\n<|im_start|>user\nWhat colour is it?<|im_end|>\n<|im_start|>assistant\nBrown.",
    "A dog on a pier.",
  ],
  "a dialogue that begins with the question": [
    "USER: Describe the photo.\nASSISTANT: A yellow tram climbs a steep street.",
    "A yellow tram climbs a steep street.",
  ],
  "a dialogue of Llama": [
    "A harbour with three cranes. [INST] What colour are they? [/INST] They are red.",
    "A harbour with three cranes.",
  ],
  "a French refusal": ["Je suis désolé, mais je ne peux pas décrire cette image.", "[refusal]"],
  "a Spanish refusal": ["Lo siento, no puedo ayudar con esa solicitud.", "[refusal]"],
  "a Japanese refusal": ["申し訳ありませんが、この画像を説明することはできません。", "[refusal]"],
  "no image, in Chinese": ["您好，我没有看到任何图片，请上传图片后再试。", "[refusal]"],
  "no image, in German": ["Es wurde kein Bild angehängt. Bitte lade das Foto hoch.", "[refusal]"],
  "no image, in the passive": ["The image could not be processed.", "[refusal]"],
  "a question back": ["What would you like to know about this picture?", "[refusal]"],
  "a question back, in Spanish": ["¿Podrías subir la imagen de nuevo?", "[refusal]"],
  "the prompt repeated": [prompt, "[echo]"],
  "the prompt repeated in German": ["Beschreibe dieses Foto in ein oder zwei Sätzen.", "[echo]"],
  "an offer at the end": [
    "A chef slices onions in a bright kitchen. Let me know if you would like more details!",
    "A chef slices onions in a bright kitchen.",
  ],
  "a partial refusal with a description": [
    "I can't identify the person, but the image shows a man in a blue suit at a lectern.",
    "A man in a blue suit at a lectern.",
  ],
  "absent things in French": [
    "Un vieux pont de pierre enjambe une rivière. Il n'y a pas de texte visible. Aucune personne n'est visible.",
    "Un vieux pont de pierre enjambe une rivière.",
  ],
  "control characters": ["A boy\u0000 with a\uFFFD kite\u200B.\u0007", "A boy with a kite."],
  "signs without words": ["-- 12 / 34 : 56 -- x", "[empty]"],
  "HTML with entities": [
    "<div>A mother &amp; her son on a swing.<br></div>",
    "A mother & her son on a swing.",
  ],
  "steps and a final answer": [
    "Let me think about this step by step. The picture has a lamp.\n\n**Final answer:** A brass lamp on a wooden desk.",
    "A brass lamp on a wooden desk.",
  ],
};

/** Captions that look like one of the kinds and must stay as they are. */
const harmless = [
  "A T-shirt reads “I can't even”, and its wearer laughs.",
  "A man whose face cannot be seen holds a camera in front of a mirror.",
  "A photo album lies open on a table, with no people in the picture frame.",
  "A poster asks “Who are you?” above a row of bicycles.",
  "NO PARKING is written on a garage door.",
  "夕日の下で犬が走っている。",
  "Ein Schild mit der Aufschrift „Nicht betreten“ steht vor einer Wiese.",
];

const outcome = ([answer, , cut]: Case) => {
  const { text, flaw } = readAnswer(answer, cut === "cut");
  return flaw === null ? text : `[${flaw}]`;
};

test.each(Object.entries(reported))("the reported answer %s is read as it should be", (_, one) => {
  expect(outcome(one)).toBe(one[1]);
});

test.each(Object.entries(furtherKinds))("%s is read as it should be", (_, one) => {
  expect(outcome(one)).toBe(one[1]);
});

test.each(harmless)("%j stays as it is", (caption) => {
  expect(readAnswer(caption, false)).toEqual({ text: caption, flaw: null });
});

test("surplus spaces and the preamble are removed, the rest stays as it was", () => {
  const read = (answer: string) => readAnswer(answer, false).text;
  expect(read("  The image shows a dog\non a beach. ")).toBe("A dog on a beach.");
  expect(read("In this image, there are two boats.")).toBe("There are two boats.");
  expect(read("The image of a saint on a wall.")).toBe("The image of a saint on a wall.");
  expect(read("Two boats. The image shows the sea.")).toBe("Two boats. The image shows the sea.");
});

test("an answer that reached its longest loses its broken last sentence", () => {
  const read = (answer: string) => readAnswer(answer, true).text;
  expect(read("A 3.5 m boat. Behind it the")).toBe("A 3.5 m boat.");
  expect(read("A boat that is")).toBe("A boat that is");
  expect(read("A boat. The end.")).toBe("A boat. The end.");
});

test.each([
  ["", "empty"],
  ["...", "empty"],
  // One word is too little to find a photo by.
  ["Iceland.", "empty"],
  ["I'm sorry, but I cannot help with that.", "refusal"],
  ["Sorry, I can't see the picture.", "refusal"],
  ["I cannot identify people in pictures.", "refusal"],
  ["As an AI language model, I have no eyes.", "refusal"],
  ["There is no image attached.", "refusal"],
  ["A dog dog dog dog dog dog", "loop"],
  ["A man and a dog and a man and a dog and a man and a dog and a man and a dog and", "loop"],
  ["A dog. It is brown. The sun is out. It is brown. A tree. It is brown.", "loop"],
  ["A wall with 0000000000000000000000000000000000", "loop"],
])("%j is a flaw: %s", (text, flaw) => {
  expect(readAnswer(text, false).flaw).toBe(flaw);
});

test.each([
  "A sign says: Sorry, we are closed.",
  "A shop window with the words “Ho ho ho”, and a bell.",
  "Two dogs, two cats and two birds on two chairs. The dogs are brown, the cats are black.",
  "Northern Iceland.",
  "海辺を走る犬。",
  "I ♥ NY on a white T-shirt that hangs on a line.",
  // People have written these of photos.
  "A clock set up in front of windows where you can see the shadows of people inside.",
  "A red laptop on a table showing you can learn anywhere!",
])("%j is a caption", (text) => {
  expect(readAnswer(text, false)).toEqual({ text, flaw: null });
});
