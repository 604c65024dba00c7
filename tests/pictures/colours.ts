/** A light phone, on its own ground: it looks the same on a light and on a dark page. */
export const COLOURS = {
  wall: "#d9e4ec",
  bar: "#ffffff",
  field: "#edf1f4",
  edge: "#c3ced6",
  own: "#e3f8cf",
  other: "#ffffff",
  words: "#15181b",
  faint: "#5f6b75",
  link: "#1a6aa8",
  quoteBar: "#2f84c9",
  button: "#f3f8fc",
  notice: "#7d93a5",
  onNotice: "#ffffff",
} as const;

/** Names and the bars of replies, a colour for each person. */
const PEOPLE = ["#1a6aa8", "#b4451f", "#2b7a3d", "#7a3fa0", "#a83271", "#0f7474"];

/** Everybody keeps their colour in all pictures. */
export function colourOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum += letter.charCodeAt(0);
  return PEOPLE[sum % PEOPLE.length] ?? COLOURS.words;
}
