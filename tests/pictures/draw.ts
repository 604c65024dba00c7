import { writeFileSync } from "node:fs";
import { drawPicture, PICTURES } from "./pictures.js";

// This file runs in build/, which holds no transcripts.
const PROJECT = new URL("../../../", import.meta.url);

/** Draws the README's pictures anew. */
for (const picture of PICTURES) {
  const file = new URL(`docs/${picture.name}.svg`, PROJECT);
  writeFileSync(file, drawPicture(picture, new URL("tests/transcripts/", PROJECT)));
  console.log(`docs/${picture.name}.svg`);
}
