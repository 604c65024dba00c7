import fc from "fast-check";
import { GrammyError, HttpError } from "grammy";
import { expect, test } from "vitest";
import { describeFailure } from "../../src/telegram/calls/failure.js";
import { UnansweredError, UnsentError } from "../../src/telegram/calls/transport.js";
import { TOKEN } from "./people.js";

function refused(description: string): GrammyError {
  return new GrammyError("x", { ok: false, error_code: 400, description }, "sendMessage", { text: "secret" });
}

test.each([
  ["Bad Request: chat not found", "Bad Request: chat not found"],
  ["Bad Request: message can't be edited", "Bad Request: message can't be edited"],
  ["Too Many Requests: retry after 35", "Too Many Requests: retry after …"],
  [
    'Bad Request: unsupported start tag "secret tag" at byte offset 4',
    "Bad Request: unsupported start tag … at byte offset …",
  ],
  [
    "Bad Request: entity URL 'https://a.example/secret, words' is invalid",
    "Bad Request: entity URL … is invalid",
  ],
  ['Bad Request: wrong text "never closed secret', "Bad Request: wrong text …"],
  ["Bad Request: user 7200000001 and -1007200000001 are gone", "Bad Request: user … and … are gone"],
  ["Bad Request: see https://secret.example/ or tg://user?id=5", "Bad Request: see … or …"],
  ["Bad Request: @somebody left", "Bad Request: … left"],
])("%s", (description, reason) => {
  expect(describeFailure(refused(description))).toEqual({ method: "sendMessage", code: 400, reason });
});

test("no id, address or token gets through, wherever it stands", () => {
  const secret = fc.oneof(
    fc.constant(TOKEN),
    fc.constant(`https://api.example/bot${TOKEN}/sendMessage`),
    fc.integer({ min: 10_000_000 }).map(String),
    fc.stringMatching(/^[a-z]{5,9}$/).map((name) => `@${name}`),
  );
  const words = fc.array(fc.constantFrom("Bad", "Request:", "can't", "'", '"', "(", "in", "CHAT_GONE,"), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(words, secret, words, fc.constantFrom(" ", ", ", ": "), (before, hidden, after, gap) => {
      const { reason } = describeFailure(refused([...before, hidden, ...after].join(gap)));
      expect(reason).not.toContain(hidden);
    }),
  );
});

test.each([
  [new UnsentError("ECONNREFUSED"), "Telegram could not be reached (ECONNREFUSED)"],
  [new UnansweredError("ECONNRESET"), "Telegram did not answer (ECONNRESET)"],
  [new TypeError("secret"), "TypeError"],
])("%s over HTTP", (cause, reason) => {
  expect(describeFailure(new HttpError("x", cause))).toEqual({ reason });
});
