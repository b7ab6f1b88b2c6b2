import type { Config } from "tailwindcss";

/** Where class names are looked for; the design's values stand in `@theme`, in `app/app.css`. */
export default { content: ["./app/**/*.{ts,tsx}"] } satisfies Config;
