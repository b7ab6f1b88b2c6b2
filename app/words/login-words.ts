import { loginWords as english } from "./en-login.ts";
import { type Said, spokenAs } from "./language.ts";

/** All strings of the login page, in the language of the screens. */
export const loginWords = spokenAs<Said<typeof english>>("login", english);
