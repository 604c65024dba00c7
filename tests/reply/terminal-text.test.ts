import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Reply } from "../../src/reply/reply.js";
import { terminalText } from "../../src/reply/terminal-text.js";

const PLAIN = { columns: 40, colour: false };
const quotation = (text: string, mark: { start: number; end: number } | null = null): Reply => [
  { kind: "quotation", text, mark },
];

describe("a reply at the terminal", () => {
  it("is wrapped to its width, quotations behind a bar", () => {
    const text = terminalText(
      [
        ...quotation("The quay was closed to all ships on Monday morning."),
        { kind: "line", text: "— Jane Roe" },
      ],
      PLAIN,
    );
    expect(text).toBe("  │ The quay was closed to all ships on\n  │ Monday morning.\n— Jane Roe");
  });

  it("is at most 90 columns wide and at least 20", () => {
    const widest = (columns: number) =>
      Math.max(
        ...terminalText(quotation("word ".repeat(100)), { columns, colour: false })
          .split("\n")
          .map((row) => row.length),
      );
    expect(widest(500)).toBeLessThanOrEqual(90);
    expect(widest(500)).toBeGreaterThan(80);
    expect(widest(1)).toBeLessThanOrEqual(20);
  });

  it("keeps an address whole, on a line of its own", () => {
    const url = `https://example.org/${"a".repeat(100)}`;
    const origin: Reply = [{ kind: "origin", text: "Harbour Daily", name: "strike", url }];
    expect(terminalText(origin, PLAIN)).toBe(`Harbour Daily · strike\n${url}`);
  });

  it("is coloured only when asked", () => {
    const reply = quotation("It rained.", { start: 3, end: 9 });
    expect(terminalText(reply, PLAIN)).toBe("  │ It rained.");
    const coloured = terminalText(reply, { columns: 40, colour: true });
    expect(coloured).toContain("\u001b[1mrained\u001b[22m");
    expect(stripVTControlCharacters(coloured)).toBe("  │ It rained.");
  });

  it("lets no text steer the terminal", () => {
    const evil = "a\u001b[31mb\u009b31mc\u0007d\u001b]8;;https://example.org\u0007e\re";
    const origin: Reply = [{ kind: "origin", text: evil, name: evil, url: `https://example.org/${evil}` }];
    for (const reply of [quotation(evil), [{ kind: "line", text: evil } as const], origin]) {
      expect(terminalText(reply, PLAIN)).not.toMatch(/[^\P{Cc}\n\t]/u);
    }
  });
});

test("no row is wider than the screen, and no word is lost", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-ascii", maxLength: 400 }),
      fc.integer({ min: 20, max: 200 }),
      (text, columns) => {
        const shown = terminalText(quotation(text), { columns, colour: false });
        for (const row of shown.split("\n")) expect(row.length).toBeLessThanOrEqual(columns);
        const letters = (words: string) => words.replace(/\s|│/g, "");
        expect(letters(shown)).toBe(letters(text));
      },
    ),
  );
});
