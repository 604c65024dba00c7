import { readFileSync } from "node:fs";
import { parseTranscript, type Step } from "../transcripts/transcript.js";
import { COLOURS } from "./colours.js";
import { box, type Drawing, element, placed } from "./drawing.js";
import { drawPhone } from "./phone.js";
import { talkOf } from "./talk.js";

/** A picture in the README, drawn from a transcript. */
export interface Picture {
  /** Of its file in docs/, and of the transcript. */
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  /** Whose phone it is. */
  readonly owner: string;
  /** The steps on each phone, out of all of the transcript. */
  readonly phones: (steps: readonly Step[]) => readonly (readonly Step[])[];
}

export const PICTURES: readonly Picture[] = [
  {
    name: "private",
    title: "A conversation with the bot in private",
    owner: "reader",
    phones: (steps) => [steps],
  },
  { name: "group", title: "The bot in a group", owner: "anna", phones: (steps) => [steps] },
  {
    name: "inline",
    title: "Results while somebody types behind the bot's name, and the chosen one in the chat",
    owner: "anna",
    phones: untilChosen,
  },
];

/** What is seen while somebody types, and what when they have chosen. */
function untilChosen(steps: readonly Step[]): Step[][] {
  const chosen = steps.findIndex(({ deed }) => deed.kind === "chooses");
  const before = steps.slice(0, chosen);
  const isTyped = ({ deed }: Step) => deed.kind === "sends" && deed.form === "inline";
  return [before, [...before.filter((step) => !isTyped(step)), ...steps.slice(chosen, chosen + 1)]];
}

/** Between two phones, in pixels. */
const GAP = 20;

/** The SVG file of a picture. @param transcripts the folder of the transcripts */
export function drawPicture({ name, title, owner, phones }: Picture, transcripts: URL): string {
  const source = readFileSync(new URL(`${name}.txt`, transcripts), "utf8");
  const drawings = phones(parseTranscript(source).steps).map((steps) => drawPhone(talkOf(steps, owner)));
  const height = Math.max(...drawings.map((one) => one.height));
  let width = 0;
  const parts: string[] = [];
  for (const [i, drawing] of drawings.entries()) {
    if (i > 0) width += GAP;
    parts.push(placed(framed(drawing, i), width, 0));
    width += drawing.width;
  }
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "font-family": "Helvetica, Arial, 'Liberation Sans', sans-serif",
  };
  return `${element("svg", attributes, ["", element("title", {}, title), ...parts, ""].join("\n"))}\n`;
}

/** A phone with round corners and an edge. */
function framed({ width, height, svg }: Drawing, number: number): Drawing {
  const clip = `phone-${number}`;
  const outline = { x: 0.5, y: 0.5, width: width - 1, height: Math.ceil(height) - 1 };
  const content = [
    element("clipPath", { id: clip }, box(outline, COLOURS.wall, 16)),
    element("g", { "clip-path": `url(#${clip})` }, `${box(outline, COLOURS.wall)}\n${svg}`),
    box(outline, "none", 16, { stroke: COLOURS.edge }),
  ];
  return { width, height, svg: content.join("\n") };
}
