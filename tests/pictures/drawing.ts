import { widthOf } from "./glyph-widths.js";
import { PLAIN, type Style } from "./marked-text.js";

/** A part of a picture: SVG elements, and the room that they take, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? rounded(value) : escaped(value)}"`,
  );
  return content === ""
    ? `<${name}${written.join("")}/>`
    : `<${name}${written.join("")}>${content}</${name}>`;
}

export function box(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  fill: string,
  radius = 0,
  attributes: Attributes = {},
): string {
  return element("rect", { x, y, width, height, ...(radius > 0 ? { rx: radius } : {}), fill, ...attributes });
}

/** @param y of the line on which the letters stand */
export function text(
  words: string,
  { x, y, size, fill }: { x: number; y: number; size: number; fill: string },
  style: Style = PLAIN,
): string {
  if (words === "") return "";
  const lines = [...(style.underlined ? ["underline"] : []), ...(style.struck ? ["line-through"] : [])];
  return element(
    "text",
    {
      x,
      y,
      "font-size": size,
      fill,
      ...(style.bold ? { "font-weight": "bold" } : {}),
      ...(lines.length > 0 ? { "text-decoration": lines.join(" ") } : {}),
      textLength: widthOf(words, size, style.bold),
      lengthAdjust: "spacingAndGlyphs",
    },
    escaped(words),
  );
}

export function placed({ svg }: Drawing, x: number, y: number): string {
  return element("g", { transform: `translate(${rounded(x)} ${rounded(y)})` }, svg);
}

/** Drawings one below the other, at the left. */
export function stacked(parts: readonly Drawing[], gap: number): Drawing {
  let height = 0;
  const svg: string[] = [];
  for (const part of parts) {
    if (svg.length > 0) height += gap;
    svg.push(placed(part, 0, height));
    height += part.height;
  }
  return { width: Math.max(0, ...parts.map(({ width }) => width)), height, svg: svg.join("\n") };
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
