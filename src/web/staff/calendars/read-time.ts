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
