import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const spans = z.array(z.object({ start: z.number(), end: z.number() }));

const articlesSchema = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    attributions: z.array(z.object({ kind: z.string(), source: spans, cue: spans, content: spans })),
  }),
);

/** A news article with its attributions marked; spans count UTF-16 code units of `text`. */
export type Article = z.infer<typeof articlesSchema>[number];
export type GoldAttribution = Article["attributions"][number];

/** Marked articles beside the project, read there and never copied; undefined where they are not. */
export function articles(name: "attribution-train" | "attribution-dev"): Article[] | undefined {
  const path = `../shared/tuning/${name}.json`;
  if (!existsSync(path)) return undefined;
  return articlesSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}
