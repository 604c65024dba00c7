import type { MethodTable } from "./method.js";
import { booleanField, integerField, listField, textField } from "./payload.js";
import { badRequest, Refusal } from "./refusal.js";

/** As many as Telegram opens where it is not told otherwise. */
const MOST_CONNECTIONS = 40;

/** The ports to which Telegram connects; "" is the one of https. */
const PORTS = new Set(["", "80", "88", "443", "8443"]);

/** The methods by which updates reach the bot. */
export const UPDATE_METHODS: MethodTable = {
  getUpdates: (state, payload, gone) => {
    if (state.webhook.settings) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    state.updates.allow(listField(payload, "allowed_updates"));
    const request = {
      offset: integerField(payload, "offset"),
      limit: integerField(payload, "limit"),
      timeout: integerField(payload, "timeout"),
    };
    return state.updates.poll(request, gone);
  },
  setWebhook: (state, payload) => {
    const url = textField(payload, "url");
    const secret = textField(payload, "secret_token");
    const maxConnections = integerField(payload, "max_connections") ?? MOST_CONNECTIONS;
    if (url !== "") checkWebhook(url, secret);
    if (booleanField(payload, "drop_pending_updates")) state.updates.forget();
    state.updates.allow(listField(payload, "allowed_updates"));
    state.webhook.set(url === "" ? undefined : { url, secret, maxConnections });
    if (url !== "") state.updates.end("terminated by setWebhook request");
    return true;
  },
  deleteWebhook: (state, payload) => {
    if (booleanField(payload, "drop_pending_updates")) state.updates.forget();
    state.webhook.set(undefined);
    return true;
  },
  getWebhookInfo: ({ webhook: { settings, lastError }, updates }) => ({
    url: settings?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: updates.pending.length,
    ...(settings ? { max_connections: settings.maxConnections } : {}),
    ...(lastError ? { last_error_date: lastError.date, last_error_message: lastError.message } : {}),
    ...(updates.allowed === undefined ? {} : { allowed_updates: updates.allowed }),
  }),
};

function checkWebhook(url: string, secret: string): void {
  if (!url.startsWith("https://")) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  if (!PORTS.has(new URL(url).port)) {
    throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  }
  if (secret.length > 256) throw badRequest("secret token is too long");
  if (!/^[\w-]*$/.test(secret)) throw badRequest("secret token contains unallowed characters");
}
