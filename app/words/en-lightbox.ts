/** The strings of looking at one photo closely: its facts, its place, faces and the slide show. */
export const lightboxWords = {
  takenFrom: {
    person: "Date set by you",
    file: "Date from the camera",
    name: "Date from the file name",
    change: "Date when the file was last changed",
  },
  shot: "How it was taken",
  flash: "flash",
  place: (name: string | null) => (name ? `Map around ${name}` : "Map around its place"),
  onMap: "Show on the map",
  showFaces: "Show who is where",
  indexed: "How it was indexed",
  similarity: (value: string) => `Closeness to your question: ${value} of 1`,
  slides: "Slide show",
  stopSlides: "Stop the slide show",
  slidesRun: "The slide show runs. Space stops it.",
  slidesEnd: "The slide show is over.",
};
