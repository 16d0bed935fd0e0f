/** A whole number of đồng. Never a float: the smallest coin in the ledger is one đồng. */
export type Dong = number & { readonly __dong: unique symbol };

/** @throws RangeError when the amount is negative or not a whole number. @example dong(8000) */
export function dong(amount: number): Dong {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not an amount in đồng: ${amount}`);
  return amount as Dong;
}

/** @example formatDong(dong(1250000)) → "1.250.000 đ" */
export function formatDong(amount: Dong): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")} đ`;
}
