const FORMS = {
  day: { year: "numeric", month: "long", day: "numeric" },
  month: { year: "numeric", month: "long" },
  year: { year: "numeric" },
} as const;

export type DateForm = keyof typeof FORMS;

const made = new Map<DateForm, Intl.DateTimeFormat>();

/**
 * How dates are written: "July 1, 2025", "July 2025", "2025". Each format is made once, for making one takes as long as
 * finding an answer, and not before it is needed, for the first one takes 20 ms.
 */
export function dateFormat(form: DateForm): Intl.DateTimeFormat {
  const format = made.get(form) ?? new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...FORMS[form] });
  made.set(form, format);
  return format;
}
