/** The caption is made for searching: it says in plain words what people look for, and nothing else. */
export const prompt =
  "Describe this photo in one or two plain sentences, so that it can be found by searching. Say what is in it, who and " +
  "how many, what they are doing and where, the main colours, the light, and any text that can be read. Say only what " +
  "you see. Begin with the subject itself: no introduction, no opinion.";

/** Asks for less, so that a model that did not manage the first prompt has another chance. */
export const plainPrompt = "What does this picture show? Answer with one short sentence about the picture.";

/** Stands before either for a sheet of frames, because models describe a collage otherwise. */
export const sheetPrompt =
  "These are frames of one video, in their order from left to right and from top to bottom. Describe the video and not " +
  "the sheet: say what happens in it. ";

export const prompts = [prompt, plainPrompt, sheetPrompt + prompt, sheetPrompt + plainPrompt];
