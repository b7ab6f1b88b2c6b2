import { expect, test } from "vitest";
import { readAnswer } from "./read-answer.ts";

const noCaption = "[no caption]";

/** Wordings that were collected after the rules, to see how the rules do on answers they were not made for. */
const answers: [answer: string, expected: string, cut?: boolean][] = [
  [
    "<thinking>The picture has a bike.</thinking>A green bike leans on a fence.",
    "A green bike leans on a fence.",
  ],
  ["<think></think>\nA bowl of cherries on a table.", "A bowl of cherries on a table."],
  [
    "<|begin_of_thought|>maybe a cat<|end_of_thought|><|begin_of_box|>A grey cat on a roof.<|end_of_box|>",
    "A grey cat on a roof.",
  ],
  ["<|channel>thought\nI see snow.\n<channel|>Snow covers a small village.", "Snow covers a small village."],
  [
    "Okay, let's see. The user wants me to describe the photo in one or two sentences. I need to look at",
    noCaption,
    true,
  ],
  [
    "Absolutely! Here's the caption you requested:\n\n> A surfer rides a tall wave.",
    "A surfer rides a tall wave.",
  ],
  ["Caption: A yellow taxi in heavy rain.", "A yellow taxi in heavy rain."],
  ["**Description**\n\nA wedding couple dances under lights.", "A wedding couple dances under lights."],
  ["## Image Description\n\nThis image shows three hens in a yard.", "Three hens in a yard."],
  ["The photograph depicts a narrow alley at night.", "A narrow alley at night."],
  ['[{"caption": "Two swans on a lake."}]', "Two swans on a lake."],
  ["{'caption': 'A boy blows out candles.'}", "A boy blows out candles."],
  ["```\nA climber on a steep wall.\n```", "A climber on a steep wall."],
  ["'A tabby cat in a box.'", "A tabby cat in a box."],
  ["A train at a platform.<|endoftext|>Human: What time is it?\nAssistant: Noon.", "A train at a platform."],
  ["A train at a platform.\nUser: Is there a clock?\nAssistant: Yes.", "A train at a platform."],
  ["[INST] Describe the image [/INST] A field of sunflowers.", "A field of sunflowers."],
  ["I'm unable to view images directly, but I can help if you describe it.", noCaption],
  ["I do not see any image in our conversation. Could you share it again?", noCaption],
  ["No image provided.", noCaption],
  ["Sorry, but I can't assist with identifying real people.", noCaption],
  ["As a text-based model I have no ability to see pictures.", noCaption],
  ["Please provide the image you would like me to describe.", noCaption],
  ["My guidelines don't allow me to describe this.", noCaption],
  ["I must decline to describe this photograph.", noCaption],
  ["Désolé, je ne vois aucune image jointe à votre message.", noCaption],
  ["Mi dispiace, non posso descrivere questa immagine.", noCaption],
  ["Desculpe, não consigo ver a imagem.", noCaption],
  ["Ich sehe kein Bild. Könntest du es bitte noch einmal hochladen?", noCaption],
  ["Извините, я не могу описать это изображение.", noCaption],
  ["죄송하지만 이 이미지를 설명할 수 없습니다.", noCaption],
  ["对不起，图片无法加载，请重新上传。", noCaption],
  ["画像が見つかりません。もう一度アップロードしてください。", noCaption],
  ["Üzgünüm, bu görseli tanımlayamam.", noCaption],
  ["Lamentablemente no es posible procesar esta solicitud.", noCaption],
  ["这张照片展示了一座古老的石桥。", "一座古老的石桥。"],
  ["Ein alter Mann füttert Tauben. Text ist nicht zu erkennen.", "Ein alter Mann füttert Tauben."],
  ["A parked van. The image does not contain any text or people.", "A parked van."],
  ["A dog.\uFFFD\uFFFD\uFFFD It sleeps.", "A dog. It sleeps."],
  ["the the the the the the the the the the", noCaption],
  ["?", noCaption],
  ["a", noCaption],
  ["1234567890 0987654321", noCaption],
  ["<unk>A <unk>black horse in a stable.</s><pad><pad>", "A black horse in a stable."],
  [
    "I see a person standing on a pier, holding a fishing rod.",
    "A person standing on a pier, holding a fishing rod.",
  ],
  [
    "A crowded market with fruit stalls. Would you like me to describe anything else?",
    "A crowded market with fruit stalls.",
  ],
  ["- A red barn\n- A green field\n- Two horses", "A red barn. A green field. Two horses."],
  [
    "Describe this photo in one or two plain sentences, so that it can be found by searching. A red kite in the sky.",
    "A red kite in the sky.",
  ],
  ["An image of a violin on a chair.", "An image of a violin on a chair."],
  ["La imagen muestra un perro en la playa.", "Un perro en la playa."],
  ["Das Bild zeigt eine Frau mit einem roten Schirm.", "Eine Frau mit einem roten Schirm."],
  [
    "Elle porte un chapeau; un homme lit le journal dans un café.",
    "Elle porte un chapeau; un homme lit le journal dans un café.",
  ],
  [
    "Sie trägt einen blauen Mantel und steht auf einer Brücke.",
    "Sie trägt einen blauen Mantel und steht auf einer Brücke.",
  ],
  ["No smoking sign on a brick wall beside a door.", "No smoking sign on a brick wall beside a door."],
  ["A child cannot reach the shelf and asks for help.", "A child cannot reach the shelf and asks for help."],
];

test.each(answers)("%j is read as %j", (answer, expected, cut = false) => {
  const { text, flaw } = readAnswer(answer, cut);
  expect(flaw === null ? text : noCaption).toBe(expected);
});
