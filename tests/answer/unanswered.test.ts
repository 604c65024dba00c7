import fc from "fast-check";
import { expect, test } from "vitest";
import { groupUnanswered } from "../../src/answer/unanswered.js";

test.each([
  ["Who is the mayor of Oakport?", "what's the name of the mayor of oakport", "Mayor of Oakport, please"],
  ["When did the strike start?", "on what day did the strike start", "the start of the strike?"],
  ["How many ships were stuck?", "number of ships stuck", "can you tell me how many ships are stuck?"],
  ["Was Haddad arrested?", "who arrested Haddad", "Haddad's arrest"],
  ["and when?", "And  when?"],
])("%s and the like are one group", (...questions) => {
  const groups = groupUnanswered(questions);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.times).toBe(questions.length);
});

test.each([
  ["What did Russia say?", "What did Ukraine say?"],
  ["When did the strike start?", "When did the strike end?"],
  ["Who is Jane Roe?", "How old is Jane Roe?"],
  ["Was Haddad arrested?", "Was Haddad released?"],
  ["What happened in June?", "What happened in July?"],
  ["and when?", "and who?"],
  ["?", "!"],
])("%s and %s are two", (...questions) => {
  expect(groupUnanswered(questions)).toHaveLength(2);
});

test("the most asked comes first, and in it the most frequent wording", () => {
  const questions = ["Is it cold?", "mayor?", "Who is the mayor?", "who is the MAYOR?", "Is it late?"];
  expect(groupUnanswered(questions)).toEqual([
    { times: 3, terms: ["mayor"], wordings: ["Who is the mayor?", "mayor?"] },
    { times: 1, terms: ["cold"], wordings: ["Is it cold?"] },
    { times: 1, terms: ["late"], wordings: ["Is it late?"] },
  ]);
});

test("every question is counted once, whatever it holds", () => {
  const question = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "[]", '["mayor"]', "mayor", ""),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(question), (questions) => {
      const groups = groupUnanswered(questions);
      expect(groups.reduce((sum, { times }) => sum + times, 0)).toBe(questions.length);
      expect(groups.map(({ times }) => times)).toEqual(
        groups.map(({ times }) => times).sort((a, b) => b - a),
      );
    }),
  );
});
