import { createContext } from "react";

/** The answer's CSP nonce while the server renders. Empty in the browser, which hides a nonce's value from scripts. */
export const NonceContext = createContext("");
