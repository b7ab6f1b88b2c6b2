import { createContext } from "react";

/** The CSP nonce while the server renders. It is empty in the browser, which hides nonces from scripts. */
export const NonceContext = createContext("");
