import { AbortController } from "abort-controller";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Polling } from "../../src/telegram/updates/polling.js";
import { ok, refusal, scriptedApi } from "./scripted-api.js";

const NOTHING = ok([]);
const CONFLICT = refusal(409, "Conflict: terminated by other getUpdates request");
const OUTAGE = refusal(502, "Bad Gateway");

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function polling(script: (attempt: number) => object) {
  const { api, attempts } = scriptedApi(script);
  const said: unknown[] = [];
  const log = pino({ base: null }, { write: (line: string) => void said.push(JSON.parse(line).msg) });
  const controller = new AbortController();
  const poller = new Polling(api, ["message"], log);
  const supply = () => poller.supply(100, controller.signal);
  const confirm = () => poller.confirm(controller.signal);
  return { supply, confirm, attempts, said, stop: () => controller.abort() };
}

/** Lets time go by until the promise is settled, an hour at most. */
async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  let open = true;
  const result = Promise.allSettled([promise]).finally(() => {
    open = false;
  });
  for (let seconds = 0; open && seconds < 3600; seconds++) await vi.advanceTimersByTimeAsync(1000);
  const [only] = await result;
  return only;
}

test("asks for what comes after the last update, and confirms it at the end without waiting", async () => {
  const { supply, confirm, attempts } = polling((n) =>
    ok(n === 1 ? [{ update_id: 7 }, { update_id: 8 }] : []),
  );
  await supply();
  await supply();
  await settled(confirm());
  expect(attempts.map(({ payload }) => payload)).toEqual([
    { offset: 0, limit: 100, timeout: 30, allowed_updates: ["message"] },
    { offset: 9, limit: 100, timeout: 30, allowed_updates: ["message"] },
    { offset: 9, limit: 1, timeout: 0 },
  ]);
});

test("has nothing to confirm where there was no update", async () => {
  const { supply, confirm, attempts } = polling(() => NOTHING);
  await supply();
  await settled(confirm());
  expect(attempts).toHaveLength(1);
});

test("confirms in a few attempts, and says where it could not", async () => {
  const { supply, confirm, attempts, said } = polling((n) => (n === 1 ? ok([{ update_id: 7 }]) : OUTAGE));
  await supply();
  await settled(confirm());
  expect(attempts.map(({ at }) => at)).toEqual([0, 0, 500, 1500, 3500]);
  expect(new Set(said)).toEqual(new Set(["the last updates are not confirmed yet and may come again"]));
});

test("waits longer after each failure, ten seconds at most, says so once and gets over it", async () => {
  const { supply, attempts, said } = polling((n) => (n <= 9 ? OUTAGE : NOTHING));
  await settled(supply());
  const waits = attempts.slice(1).map(({ at }, i) => at - (attempts[i]?.at ?? 0));
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000, 10_000]);
  expect(said).toEqual(["updates cannot be fetched; trying again", "updates are fetched again"]);
});

test("takes a result that is no list for a failure like another", async () => {
  const { supply, attempts } = polling((n) => (n === 1 ? ok(null) : NOTHING));
  expect(await settled(supply())).toEqual({ status: "fulfilled", value: [] });
  expect(attempts.map(({ at }) => at)).toEqual([0, 500]);
});

test("waits as long as 429 asks for", async () => {
  const { supply, attempts } = polling((n) => (n === 1 ? refusal(429, "Too Many Requests", 20) : NOTHING));
  await settled(supply());
  expect(attempts.map(({ at }) => at)).toEqual([0, 20_000]);
});

test.each([401, 404])("%d ends it at once", async (code) => {
  const { supply, attempts } = polling(() => refusal(code, "refused"));
  expect(await settled(supply())).toMatchObject({ status: "rejected", reason: { error_code: code } });
  expect(attempts).toHaveLength(1);
});

test("ends at once when it is told to stop while it waits", async () => {
  const { supply, stop } = polling(() => OUTAGE);
  const supplied = supply();
  supplied.catch(() => {});
  await vi.advanceTimersByTimeAsync(100);
  stop();
  await expect(supplied).rejects.toThrow();
  expect(vi.getTimerCount()).toBe(0);
});

describe("another instance that fetches updates", () => {
  const SAID = "another instance of this bot fetches its updates: stop one of the two";

  test("and goes away: it says so and goes on", async () => {
    const { supply, said } = polling((n) => (n <= 4 ? CONFLICT : NOTHING));
    expect(await settled(supply())).toMatchObject({ status: "fulfilled" });
    expect(said).toEqual([SAID, "updates are fetched again"]);
  });

  test("and stays: after twenty seconds it gives up", async () => {
    const { supply, attempts, said } = polling(() => CONFLICT);
    expect(await settled(supply())).toMatchObject({ status: "rejected", reason: { error_code: 409 } });
    expect(attempts.at(-1)?.at).toBeGreaterThan(20_000);
    expect(attempts.at(-1)?.at).toBeLessThan(30_000);
    expect(said).toEqual([SAID]);
  });

  test("and stays, each having its turns: it gives up, too", async () => {
    const { supply, attempts } = polling((n) => (n % 2 ? CONFLICT : ok([{ update_id: n }])));
    const takeTurns = async () => {
      for (;;) {
        await supply();
        await new Promise((resolve) => setTimeout(resolve, 5000));
      }
    };
    expect(await settled(takeTurns())).toMatchObject({ status: "rejected", reason: { error_code: 409 } });
    expect(attempts.at(-1)?.at).toBeLessThan(30_000);
  });

  test("now and then, as at each new version: it goes on", async () => {
    const { supply } = polling((n) => (n % 2 ? CONFLICT : NOTHING));
    for (let day = 0; day < 5; day++) {
      expect(await settled(supply())).toMatchObject({ status: "fulfilled" });
      await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
    }
  });

  test("is told from a webhook", async () => {
    const { supply, said } = polling((n) =>
      n === 1 ? refusal(409, "Conflict: can't use getUpdates method while webhook is active") : NOTHING,
    );
    await settled(supply());
    expect(said[0]).toMatch(/^a webhook was set for this bot/);
  });
});
