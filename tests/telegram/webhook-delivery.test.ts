import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { callMethod, refused } from "./call-method.js";
import { FakeTelegram } from "./fake-telegram.js";

const URL_SET = "https://bot.example/updates?a=b";

interface Delivery {
  readonly request: IncomingMessage;
  readonly update: { readonly update_id: number };
}

let telegram: FakeTelegram;
let bot: Server;
/** What was delivered so far. */
let delivered: Delivery[];
/** What the bot says to an update. */
let respond: (delivery: Delivery) => number | Promise<number>;

beforeEach(async () => {
  [delivered, respond] = [[], () => 200];
  telegram = await FakeTelegram.start();
  bot = createServer(async (request, response) => {
    const delivery = { request, update: JSON.parse(await text(request)) };
    delivered.push(delivery);
    response.writeHead(await respond(delivery)).end();
  });
  await once(bot.listen(0, "127.0.0.1"), "listening");
  const address = bot.address();
  if (typeof address === "object" && address) telegram.proxyWebhookTo(`http://127.0.0.1:${address.port}`);
});

afterEach(async () => {
  await telegram.close();
  bot.closeAllConnections();
  bot.close();
});

const numbers = () => delivered.map(({ update }) => update.update_id);
const person = (id: number) => ({ id, is_bot: false, first_name: "Ada" });
const info = async () => await callMethod(telegram, "getWebhookInfo");

test("updates are posted to the address with the secret, also those that came before", async () => {
  telegram.text({ text: "early" });
  expect(await callMethod(telegram, "setWebhook", { url: URL_SET, secret_token: "s3" })).toMatchObject({
    ok: true,
  });
  telegram.text({ text: "late" });
  await telegram.idle();
  expect(numbers()).toEqual([1, 2]);
  const [{ request, update } = { request: undefined, update: undefined }] = delivered;
  expect([request?.method, request?.url]).toEqual(["POST", "/updates?a=b"]);
  expect(request?.headers["x-telegram-bot-api-secret-token"]).toBe("s3");
  expect(update).toMatchObject({ message: { text: "early" } });
  expect(await info()).toMatchObject({
    result: { url: URL_SET, pending_update_count: 0, max_connections: 40, has_custom_certificate: false },
  });
});

test("what is not answered with 2xx comes again, and getWebhookInfo tells why", async () => {
  const answers = [500, 401];
  respond = () => answers.shift() ?? 204;
  await callMethod(telegram, "setWebhook", { url: URL_SET });
  telegram.text({ text: "one" });
  await telegram.idle();
  expect(numbers()).toEqual([1, 1, 1]);
  expect(await info()).toMatchObject({
    result: { last_error_message: "Wrong response from the webhook: 401 Unauthorized" },
  });
});

test("a chat's updates wait for each other, those of other chats do not", async () => {
  await callMethod(telegram, "setWebhook", { url: URL_SET });
  let release = () => {};
  const held = new Promise<number>((resolve) => {
    release = () => resolve(200);
  });
  respond = ({ update }) => (update.update_id === 1 ? held : 200);
  telegram.text({ from: person(5), text: "one" });
  telegram.text({ from: person(5), text: "two" });
  telegram.text({ from: person(6), text: "three" });
  await telegram.until(() => (numbers().includes(3) ? true : undefined));
  expect(numbers()).toEqual([1, 3]);
  release();
  await telegram.idle();
  expect(numbers()).toEqual([1, 3, 2]);
});

test("no poll while a webhook is set; what was not delivered is polled when it is deleted", async () => {
  telegram.proxyWebhookTo();
  await callMethod(telegram, "setWebhook", { url: URL_SET });
  telegram.text({ text: "one" });
  await telegram.until(() => undefined, { timeout: 30 }).catch(() => {});
  expect(await callMethod(telegram, "getUpdates")).toMatchObject({ ok: false, error_code: 409 });
  expect(await info()).toMatchObject({
    result: { pending_update_count: 1, last_error_message: "Connection refused" },
  });
  await callMethod(telegram, "deleteWebhook");
  expect(await callMethod(telegram, "getUpdates")).toMatchObject({ result: [{ update_id: 1 }] });
  expect(delivered).toEqual([]);
});

test.each([
  [{ url: "http://bot.example" }, "bad webhook: An HTTPS URL must be provided for webhook"],
  [
    { url: "https://bot.example:8080" },
    "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
  ],
  [{ url: URL_SET, secret_token: "a b" }, "secret token contains unallowed characters"],
  [{ url: URL_SET, secret_token: "a".repeat(257) }, "secret token is too long"],
])("%j is refused", async (payload, description) => {
  expect(await callMethod(telegram, "setWebhook", payload)).toEqual(
    refused(400, `Bad Request: ${description}`),
  );
});
