/**
 * A text as people mean it: Unicode NFC (a scanner or a Mac may send decomposed accents), one space
 * between words, none at the ends.
 * @example tidyText(" Nguyễn  Thị\u00a0Hồng ") → "Nguyễn Thị Hồng"
 */
export function tidyText(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/**
 * The key under which a text is searched: without diacritics, in lower case, words parted by one space.
 * It is what the search columns of the database hold, so that rule and index cannot differ.
 * @example searchKey("Đăng ký khai sinh") → "dang ky khai sinh"
 */
export function searchKey(text: string): string {
  return tidyText(text)
    .toLowerCase()
    .replace(/đ/gu, "d")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
