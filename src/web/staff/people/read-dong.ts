import { dong, formatDong } from "#domain/shared/money.ts";

/** As much as all of a space could come to; the server takes no more. */
const DONG_MAX = 1_000_000_000_000;

/**
 * A sum in whole đồng as people write it: in figures, with or without a point or a blank at the thousands.
 * @returns undefined for anything else; half a đồng, or "8.5", is not guessed at
 * @example readDong("108.000 đ") → 108000
 */
export function readDong(text: string): number | undefined {
  const figures = text.trim().replace(/\s*(?:đ|đồng|vnđ)$/iu, "");
  if (!/^(?:\d{1,13}|\d{1,3}(?:[.\s]\d{3})+)$/u.test(figures)) return undefined;
  const amount = Number(figures.replace(/[.\s]/gu, ""));
  return amount <= DONG_MAX ? amount : undefined;
}

/** A sum that no line end parts from its unit. @example inDong(108000) → "108.000\u00a0đ" */
export function inDong(amount: number): string {
  return formatDong(dong(amount)).replace(" ", "\u00a0");
}
