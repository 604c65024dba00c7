import type { MethodTable } from "./method.js";
import { booleanField, integerField, listField, textField } from "./payload.js";
import { badRequest, Refusal } from "./refusal.js";

/** The methods by which updates reach the bot. */
export const UPDATE_METHODS: MethodTable = {
  getUpdates: (state, payload, gone) => {
    if (state.webhook !== "") {
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
    if (url !== "" && !url.startsWith("https://")) {
      throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    }
    if (booleanField(payload, "drop_pending_updates")) state.updates.forget();
    state.updates.allow(listField(payload, "allowed_updates"));
    state.webhook = url;
    if (url !== "") state.updates.end("terminated by setWebhook request");
    return true;
  },
  deleteWebhook: (state, payload) => {
    if (booleanField(payload, "drop_pending_updates")) state.updates.forget();
    state.webhook = "";
    return true;
  },
  getWebhookInfo: ({ webhook, updates }) => ({
    url: webhook,
    has_custom_certificate: false,
    pending_update_count: updates.pending.length,
    ...(updates.allowed === undefined ? {} : { allowed_updates: updates.allowed }),
  }),
};
