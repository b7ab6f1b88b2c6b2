import { editWords as english } from "./en-edit.ts";
import { type Said, spokenAs } from "./language.ts";

/** The strings of editing a photo, in the language of the screens. */
export const editWords = spokenAs<Said<typeof english>>("edit", english);
