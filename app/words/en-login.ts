/** All strings of the login page in English. */
export const loginWords = {
  title: "Log in",
  intro: "These photos belong to a household. Its password opens them.",
  password: "Password",
  enter: "Log in",
};
