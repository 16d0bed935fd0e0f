/**
 * The nonce that the server put into the page for styles made at run time. Dialogs lock the scroll with
 * a style of their own; the library that does it looks for the nonce under this global name.
 */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
  Object.assign(globalThis, { __webpack_nonce__: nonce });
  return nonce;
}
