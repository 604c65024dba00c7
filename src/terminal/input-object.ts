/** The fields that a line of input may have. */
export interface InputObject {
  readonly question?: unknown;
  readonly story?: unknown;
  readonly quote?: unknown;
  readonly claimed?: unknown;
}

/** A line that is a JSON object with the named field; undefined for any other, which is plain text. */
export function inputObject(line: string, field: keyof InputObject): InputObject | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && Object.hasOwn(value, field) ? value : undefined;
  } catch {
    return undefined;
  }
}
