import { badRequest } from "./refusal.js";

/** The fields of a call, or of an object in it, as they came. */
export type Payload = Readonly<Record<string, unknown>>;

export function isPayload(value: unknown): value is Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field's text, "" where it is missing; numbers count as text, for fields like `chat_id` may be either. */
export function textField(payload: Payload, name: string): string {
  const value = payload[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : "";
}

/** A field's whole number, undefined where it is missing or none. */
export function integerField(payload: Payload, name: string): number | undefined {
  const text = textField(payload, name);
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

export function booleanField(payload: Payload, name: string): boolean {
  const value = payload[name];
  return value === true || value === "true" || value === "True" || value === "1";
}

export function objectField(payload: Payload, name: string): Payload | undefined {
  const value = decoded(payload[name], name);
  if (value === undefined) return undefined;
  if (!isPayload(value)) throw badRequest(`field "${name}" must be of type Object`);
  return value;
}

export function listField(payload: Payload, name: string): readonly unknown[] | undefined {
  const value = decoded(payload[name], name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw badRequest(`field "${name}" must be of type Array`);
  return value;
}

/** Where a call is no JSON, its objects and lists come as text that is. */
function decoded(value: unknown, name: string): unknown {
  if (typeof value !== "string") return value ?? undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}
