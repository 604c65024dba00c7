import { describe, expect, it } from "vitest";
import type { Candidate } from "../../src/attribution/candidates.js";
import { passageOf } from "../../src/attribution/passage.js";
import { SOURCE_VETOES, VETOES } from "../../src/attribution/rules/rules.js";

/** Whether any veto drops the statement or its source that is marked in a sentence: [source] {cue} <content>. */
function dropped(marked: string): boolean {
  const text = marked.replace(/[[\]{}<>]/g, "");
  const passage = passageOf(text, () => 0);
  const part = (open: string, close: string) => {
    const from = marked.indexOf(open);
    if (from < 0) return null;
    const bare = (upTo: number) => marked.slice(0, upTo).replace(/[[\]{}<>]/g, "").length;
    const [start, end] = [bare(from), bare(marked.indexOf(close))];
    const inside = passage.places.flatMap(({ token }, i) =>
      token.start >= start && token.end <= end ? [i] : [],
    );
    return { start: inside[0] ?? 0, end: (inside.at(-1) ?? 0) + 1 };
  };
  const content = part("<", ">");
  const candidate: Candidate = {
    source: part("[", "]"),
    cue: part("{", "}"),
    content: content ? [content] : [],
    confidence: 1,
    sourceConfidence: 1,
    rule: "model",
  };
  return [...VETOES, ...SOURCE_VETOES].some((veto) => veto(passage, candidate));
}

describe("no statement, or not of that source", () => {
  it.each([
    "[The port] {did not say} <why>.",
    "<The workers were paid> {according to} [the rules] agreed in May.",
    "<The seats were given out> {according to} [the results] of the vote.",
    "<The food was shared> {according to} needs.",
    "{According to} [plan], <the ship left at noon>.",
    "[The port] did not {say} <why>.",
    "[Port officials] {have not disclosed} <any reasons>.",
    "[The reports] have not been {confirmed} <by the port>.",
    "[Roe] never {mentioned} <the fire>.",
    "[Roe] was {told} <that her son was dead>.",
    "[Roe] {is accused of} <theft>.",
    "[The clerk] {was asked} <to leave>.",
    "[Officials] {said} <to be corrupt> fled.",
    "[Workers] {told} <to leave> refused.",
    "[The man] {accused} <of theft> fled.",
    "[The man Roe] {said} <was dead> came home.",
    "[Roe] {declined to comment} <on the fire>.",
    "[The ship] {reportedly} <sank>.",
    "[Nobody] {said} <it was over>.",
    "[No officials] {said} <it was over>.",
    "[None of them] {said} <it was over>.",
    "Did [Roe] {say} <it was over>?",
    "Why has [Roe] {said} <so little>?",
  ])("%s", (marked) => {
    expect(dropped(marked)).toBe(true);
  });
});

describe("left alone", () => {
  it.each([
    "<The quay is closed> {according to} [Jane Roe].",
    "<Half of the voters agree>, {according to} [the results] of a survey.",
    "{According to} [the results] of a survey, <half of the voters agree>.",
    "<The fish are gone>, {according to} [the law office] in Port Ellen.",
    "<The fish are gone> {according to} [the law office] in Port Ellen.",
    "[The port] {said} <it was closed>.",
    '<"It is closed,"> [Roe] {said} to Doe.',
    "[Roe] {does not believe} <the report>.",
    '[Roe] {did not say} <"never">.',
    "[Roe] did not wait; [she] {said} <it was over>.",
    "[Roe] {was quoted as saying} <it was over>.",
    "[The union] {accused} <the port of theft>.",
    "[Roe] {told} <the clerk to leave>.",
    "<It was over>, [Roe] {was} sure.",
    '<"Is it over?"> [Roe] {asked}.',
    '<"Will it end?"> {asked} [Roe].',
  ])("%s", (marked) => {
    expect(dropped(marked)).toBe(false);
  });
});
