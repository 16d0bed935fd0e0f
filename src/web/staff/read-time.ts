import { formatMinute } from "#domain/shared/instant.ts";

/**
 * Minutes after midnight of a time as it is typed: 7:30, 07.30, 7h30, 0730.
 * @example readTime("7h30") → 450; readTime("25:00") → undefined
 */
export function readTime(text: string): number | undefined {
  const parts = /^(\d{1,2})(?:[:.hg ]?(\d{2}))?$/i.exec(text.trim());
  if (!parts) return undefined;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/**
 * The same time as routes ask for it; what is none stays as it was typed, and is refused by name.
 * @example clockTime("7h30") → "07:30"; clockTime("sáng") → "sáng"
 */
export function clockTime(text: string): string {
  const minute = readTime(text);
  return minute === undefined ? text.trim() : formatMinute(minute);
}
