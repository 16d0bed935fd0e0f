/** What an agency's sign and head are made of. */
interface NamedAgency {
  readonly kind: string;
  readonly name: string;
}

/** Whether it is a People's Committee: all of them sign "UBND". */
function isCommittee({ kind }: Pick<NamedAgency, "kind">): boolean {
  return kind === "communeCommittee" || kind === "provincialCommittee";
}

/**
 * The short name of an agency as it stands behind the number of what it issues: of a committee "UBND", of any other the
 * first letters of its name without its province.
 *
 * @rule FORMS-01 (ours: the source of the forms writes the one-stop unit's short name alone)
 * @example agencySign({ kind: "provincialDepartment", name: "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp" }) → "SGDĐT"
 */
export function agencySign(agency: NamedAgency): string {
  if (isCommittee(agency)) return "UBND";
  const own = agency.name.replace(/\s+(?:tỉnh|thành phố|xã|phường|đặc khu)\s+\p{Lu}.*$/u, "");
  const words = own.split(/[\s,.\-–]+/u).filter((word) => /^\p{L}/u.test(word) && word !== "và");
  return words.map((word) => initial(word)).join("");
}

/** The letter without its tone and hat; Đ is a letter of its own. */
function initial(word: string): string {
  return word.charAt(0).toUpperCase().normalize("NFD").charAt(0);
}
