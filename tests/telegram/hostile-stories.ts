import { madeStory } from "../made-story.js";

/** Stories that hold what programs trip over: names of every object, markup, marks of direction, half of the world's letters. */
export const HOSTILE_STORIES = [
  madeStory(
    [
      "The harbour was closed on Monday after a ferry hit the northern pier.",
      '"Nobody was hurt on the ferry," said Jane Roe, who runs the harbour.',
      "Repairs of the northern pier will take three weeks, according to the constructor, __proto__ Ltd.",
    ],
    { url: "https://harbour.example/ferry.html", published: "2025-07-01" },
    "harbour",
  ),
  madeStory(
    [
      "😀 The toString tower 👩‍👩‍👧 was seen by John Doe on June 5 <b>in</b> *Northport*.",
      `${"A word that goes on ".repeat(60)}said Əli Məmmədov — "ﷺ \u200ftower\u200f is ours".`,
    ],
    { url: "https://tower.example/a.html#top" },
    "__proto__",
  ),
];
