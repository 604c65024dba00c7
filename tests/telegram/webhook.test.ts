import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import type { Update } from "grammy/types";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HttpServer } from "../../src/telegram/serving/http-server.js";
import { type Take, Webhook } from "../../src/telegram/updates/webhook.js";

const SECRET = "right_secret-1";
const MEGABYTE = 1_000_000;

let server: HttpServer;
let webhook: Webhook;
let taken: Update[];
let logged: string[];

beforeEach(async () => {
  [taken, logged] = [[], []];
  webhook = new Webhook({ url: "https://bot.example/updates", path: "/updates", secret: SECRET });
  webhook.open(async (update) => void taken.push(update));
  const routes = [
    webhook.route,
    { path: "/healthz", method: "GET", answer: () => ({ status: 200, type: "text/plain", body: "wéll" }) },
    {
      path: "/broken",
      method: "GET",
      answer: () => {
        throw new RangeError("words of a reader");
      },
    },
  ] as const;
  const log = pino({}, { write: (line) => logged.push(line) });
  server = await HttpServer.listen({ host: "127.0.0.1", port: 0 }, routes, log);
});

afterEach(() => server.close());

const address = (path: string) => `http://127.0.0.1:${server.port}${path}`;

async function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  path = "/updates",
) {
  const all = { "x-telegram-bot-api-secret-token": SECRET, ...headers };
  const response = await fetch(address(path), { method: "POST", headers: all, body });
  return response.status;
}

test("an update is taken whole, also one with a query behind the path and letters of all kinds", async () => {
  const update = { update_id: 7, message: { text: "Ən böyük 東京 \ud83d\ude00" } };
  expect(await post(JSON.stringify(update))).toBe(200);
  expect(await post(JSON.stringify({ ...update, update_id: 8 }), {}, "/updates?a=b")).toBe(200);
  expect(taken).toEqual([update, { ...update, update_id: 8 }]);
});

test.each([
  ["another secret", "right_secret-2"],
  ["its beginning", "right_secret-"],
  ["a longer one", "right_secret-11"],
  ["an empty one", ""],
])("%s is refused with 401, before the body is looked at", async (_, secret) => {
  expect(await post("{", { "x-telegram-bot-api-secret-token": secret })).toBe(401);
  expect(taken).toEqual([]);
});

test("no secret at all is refused with 401", async () => {
  const response = await fetch(address("/updates"), { method: "POST", body: '{"update_id": 1}' });
  expect(response.status).toBe(401);
});

test.each([
  "",
  "{",
  "null",
  "7",
  "[]",
  "{}",
  '"update_id"',
  '{"update_id": "7"}',
  '{"update_id": 7.5}',
  '{"update_id": 1e300}',
])("%j is no update and refused with 400", async (body) => {
  expect(await post(body)).toBe(400);
  expect(taken).toEqual([]);
});

test("what is not UTF-8 is refused with 400", async () => {
  expect(await post(new Uint8Array([...Buffer.from('{"update_id":1,"a":"'), 0xff, 0x22, 0x7d]))).toBe(400);
});

test("a body of up to 1 MB is taken, a longer one refused with 413", async () => {
  const body = (length: number) => `{"update_id":1,"a":"${"x".repeat(length - 22)}"}`;
  expect(body(MEGABYTE)).toHaveLength(MEGABYTE);
  expect(await post(body(MEGABYTE))).toBe(200);
  expect(await post(body(MEGABYTE + 1))).toBe(413);
  expect(taken).toHaveLength(1);
});

test("a body without a stated length is refused as soon as it is too long", async () => {
  const upload = request(address("/updates"), {
    method: "POST",
    headers: { "x-telegram-bot-api-secret-token": SECRET },
  });
  upload.on("error", () => {});
  const answered = once(upload, "response");
  for (let i = 0; i < 11; i++) upload.write("x".repeat(MEGABYTE / 10));
  const [response] = await answered;
  expect(response.statusCode).toBe(413);
  upload.destroy();
});

test("unknown paths are 404, wrong methods 405 with those that are right", async () => {
  for (const path of ["/", "/updates/", "/Updates", "/healthz/x", "//updates", "/%75pdates"]) {
    expect((await fetch(address(path))).status).toBe(404);
  }
  const wrong = await fetch(address("/updates"));
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
  const posted = await fetch(address("/healthz"), { method: "POST" });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect((await fetch(address("/healthz"), { method: "HEAD" })).status).toBe(200);
  expect(await (await fetch(address("/healthz"))).text()).toBe("wéll");
});

test("a route that fails is 500, and nothing of the error is told or logged but its kind", async () => {
  const response = await fetch(address("/broken"));
  expect([response.status, await response.text()]).toEqual([500, ""]);
  expect(logged.join()).toContain("RangeError");
  expect(logged.join()).not.toContain("reader");
});

test("what is no HTTP is refused, and others are served on", async () => {
  const socket = connect(server.port, "127.0.0.1");
  socket.end("\u0000\u0001 nonsense\r\n\r\n");
  const [answer] = await once(socket, "data");
  expect(String(answer)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await post('{"update_id": 1}')).toBe(200);
});

test("Telegram gets its answer within a second however long the work takes", async () => {
  let finish = () => {};
  const working = new Promise<void>((resolve) => {
    finish = resolve;
  });
  webhook.open(async () => working);
  const began = performance.now();
  expect(await post('{"update_id": 1}')).toBe(200);
  expect(performance.now() - began).toBeLessThan(1000);
  finish();
});

test("Telegram is told to come again before updates are taken, and after", async () => {
  const early = new Webhook({ ...webhook.settings, path: "/" });
  const other = await HttpServer.listen(
    { host: "127.0.0.1", port: 0 },
    [early.route],
    pino({ enabled: false }),
  );
  const status = async () => {
    const headers = { "x-telegram-bot-api-secret-token": SECRET };
    const response = await fetch(`http://127.0.0.1:${other.port}/`, {
      method: "POST",
      headers,
      body: '{"update_id":1}',
    });
    return response.status;
  };
  expect(await status()).toBe(503);
  const take: Take = async (update) => void taken.push(update);
  early.open(take);
  expect(await status()).toBe(200);
  early.close();
  expect(await status()).toBe(503);
  expect(taken).toHaveLength(1);
  await other.close();
});

test("a server that closes finishes what is under way, and waits for nobody who is slow", async () => {
  const stuck = connect(server.port, "127.0.0.1").on("error", () => {});
  stuck.write("POST /updates HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n");
  let began = () => {};
  const working = new Promise<void>((resolve) => {
    began = resolve;
  });
  webhook.open(async () => began());
  const status = post('{"update_id": 1}');
  await working;
  await server.close();
  expect(await status).toBe(200);
  await expect(fetch(address("/healthz"))).rejects.toThrow();
  stuck.destroy();
});
