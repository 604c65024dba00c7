import fc from "fast-check";
import { expect, test } from "vitest";
import { looksPersonal } from "../../src/language/personal-data.js";

test.each([
  "Write to jane.roe@example.org please",
  "is ＠jane_roe the one",
  "ask @jane_roe",
  "see https://harbour.example/a?b=c",
  "see example.org",
  "t.me/jane",
  "tg:resolve?domain=jane",
  "WWW.harbour",
  "call +44 20 7946 0958",
  "call (020) 7946-0958",
  "call 555·12·34",
  "٠٢٠٧٩٤٦٠٩٥٨",
  "０２０７９４６０９５８",
  "card 4111 1111 1111 1111",
  "GB29 NWBK 6016 1331 9268 19",
  "passport C01X00T47",
  "born 1980-02-30",
  "1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7",
  "Who is the mayor? ".repeat(20),
])("%j may be somebody's", (text) => {
  expect(looksPersonal(text)).toBe(true);
});

test.each([
  "Who is Jane Roe?",
  "How many of the 35,000 dockers voted in 2024, and 1,200,000 tonnes?",
  "What happened on June 30, 2025 at 4 a.m. in the U.S.?",
  "Why $1.5 million and 40%?",
  "Was it 10:30 or 11:45?",
  "the F-16 and the A320",
  "What about the 2024-25 season",
  "Ən böyük sual nədir? 東京",
  "",
])("%j is nobody's", (text) => {
  expect(looksPersonal(text)).toBe(false);
});

/** Something around it, as a question may have. */
const around = (personal: fc.Arbitrary<string>) =>
  fc.tuple(fc.lorem({ maxCount: 8 }), personal, fc.lorem({ maxCount: 8 })).map((parts) => parts.join(" "));

const separator = fc.constantFrom("", "", " ", "-", ".", " (", ") ", "/");
const telephone = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), separator), { minLength: 7, maxLength: 15 })
  .map((digits) => digits.flat().join(""));
const handle = fc.stringMatching(/^@\w{4,32}$/);

test.each<[string, fc.Arbitrary<string>]>([
  ["an e-mail address", fc.emailAddress()],
  ["a web address", fc.webUrl()],
  ["a domain", fc.domain()],
  ["a handle", handle],
  ["a telephone number", telephone],
])("%s is seen wherever it stands", (_, personal) => {
  fc.assert(fc.property(around(personal), (text) => looksPersonal(text)));
});

test("any text is judged, in time that grows with its length alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(typeof looksPersonal(text)).toBe("boolean");
    }),
  );
  for (const piece of ["1 ", "1(((", "a.", "a1", "..", "-"]) {
    const began = performance.now();
    looksPersonal(piece.repeat(300).slice(0, 300));
    expect(performance.now() - began).toBeLessThan(50);
  }
});
