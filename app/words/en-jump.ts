import { plural } from "./counts.ts";

/** The strings of the search of everything and of the list of keys. Both come only when they are asked for. */
export const jumpWords = {
  jump: {
    title: "Search everything",
    field: "Conversations, photos, places, people, actions",
    results: "Results",
    none: "Nothing has this name. Enter asks for it.",
    ask: (text: string) => `Ask “${text}”`,
    groups: {
      actions: "Actions",
      conversations: "Conversations",
      names: "Places, people, cameras, albums and trips",
      photos: "Photos",
    },
    hint: "Up and down to choose, Enter to open, Esc to leave",
    album: "Album",
    trip: "Trip",
    count: (n: number) => plural(n, "result", "results"),
  },

  keys: {
    title: "Keys",
    close: "Close",
    open: "Keys",
    groups: { everywhere: "Everywhere", writing: "While writing", photos: "In photos", photo: "One photo" },
    names: {
      ctrl: "Ctrl",
      shift: "Shift",
      enter: "Enter",
      escape: "Esc",
      space: "Space",
      tab: "Tab",
      or: "or",
    },
    does: {
      jump: "Search everything",
      keys: "Show these keys",
      send: "Send",
      line: "Begin a line",
      stop: "Stop the answer",
      edit: "Edit the last question, if the field is empty",
      take: "Take a suggested name",
      move: "Move through photos",
      open: "Open a photo",
      browse: "Photo before or after",
      details: "Details",
      slides: "Slide show, and its end",
      faces: "Show who is where",
      change: "Edit",
      favourite: "Favourite",
      stars: "Stars",
      zoom: "Zoom",
      close: "Close",
    },
  },
};
