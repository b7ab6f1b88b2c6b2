import type { ChangedField } from "#server/library/photo.ts";

const fields: Record<ChangedField, string> = {
  title: "title",
  description: "description",
  caption: "caption",
  takenAt: "date",
  place: "place",
  people: "people",
  keywords: "keywords",
  rating: "stars",
  favourite: "favourite",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The strings of editing a photo. */
export const editWords = {
  fields,
  edit: (field: ChangedField) => `Edit ${fields[field]}`,
  add: {
    title: "Add a title",
    description: "Add a description",
    caption: "Add a caption",
    takenAt: "Add a date",
    place: "Add a place",
    people: "Add people",
    keywords: "Add keywords",
  },
  label: (field: ChangedField) => capital(fields[field]),
  hints: {
    title: "Enter saves, Esc leaves",
    description: "Enter saves, Shift and Enter begin a line, Esc leaves",
    caption: "Enter saves, Shift and Enter begin a line, Esc leaves",
    takenAt: "A year, a month (1987-06), a day, or a time (1987-06-30 14:05)",
    place: "A name, as “Porto, Portugal”, or “41.15, -8.61”",
    people: "Names with commas between them",
    keywords: "Words with commas between them",
  },
  revert: (field: ChangedField) =>
    field === "caption" ? "Back to what the model says" : `Back to the file’s ${fields[field]}`,
  captionByPerson: "Caption by you",
  description: "Description",
  favourite: "Favourite",
  star: (stars: number) => (stars === 1 ? "1 star" : `${stars} stars`),
  saved: (field: ChangedField | null) => (field ? `${capital(fields[field])} saved.` : "Saved."),
  reverted: (field: ChangedField) =>
    field === "caption" ? "The model’s caption is back." : `The file’s ${fields[field]} is back.`,
  favoured: (isFavourite: boolean) => (isFavourite ? "Marked as favourite." : "No favourite any more."),
  undo: "Undo",
  undone: "Taken back.",
  notUndone: "It was changed since, and stays.",
  edited: (changed: readonly ChangedField[] | null) =>
    changed && changed.length > 0 ? `Edited: ${changed.map((field) => fields[field]).join(", ")}` : "Edited",
};
