import { PrintError } from "./print-error.ts";

/** A place that a template marked: the link's object, its box and the number of its entry in the structure tree. */
const PLACE =
  /\n(\d+) 0 obj\n<<\n {2}\/Type \/Annot\n {2}\/Subtype \/Link\n {2}\/Rect \[([^\]]+)\](?:(?!endobj)[^])*?\/URI \(urn:motcua:signature:(\w+)\)(?:(?!endobj)[^])*?\/StructParent (\d+)(?:(?!endobj)[^])*?endobj\n/gu;
const CATALOG = /\n(\d+) 0 obj\n<<\n( {2}\/Type \/Catalog\n(?:(?!endobj)[^])*?)>>\nendobj\n/u;
const TRAILER =
  /trailer\n<<\n {2}\/Size (\d+)\n {2}\/Root \d+ 0 R\n((?:(?!>>\n)[^])*)>>\nstartxref\n(\d+)\n%%EOF\s*$/u;

interface Place {
  readonly object: number;
  /** Lower left and upper right corner, in points from the page's lower left corner. */
  readonly box: readonly number[];
  readonly name: string;
  readonly structParent: string;
}

/**
 * Makes each marked place a named, unsigned signature field ("officer1", "officer2" on the second copy), so that a
 * signing program finds where its signature is shown. Written behind the document, as PDF lets one (ISO 32000-1, 7.5.6),
 * with an empty appearance, as PDF/A asks; what was there stays byte for byte. A document without places, or built in
 * another way (the older typesetting program of arm64), is given back as it is: a paper without the field is still one.
 *
 * @throws PrintError `typesetting_failed` when no page shows a place.
 */
export function withSignatureFields(pdf: Uint8Array): Uint8Array {
  const source = Buffer.from(pdf).toString("latin1");
  const places = placesOf(source);
  const catalog = CATALOG.exec(source);
  const trailer = TRAILER.exec(source);
  if (places.length === 0 || !catalog?.[2] || !trailer) return pdf;
  const size = Number(trailer[1]);
  const fields = places.map(({ object }) => `${object} 0 R`).join(" ");
  const objects = places.flatMap((place, index) => [
    [place.object, fieldOf(place, pageOf(source, place.object), size + index)] as const,
    [size + index, emptyAppearance(place)] as const,
    ...elementOf(source, place.object),
  ]);
  const root = `<<\n${catalog[2]}  /AcroForm <<\n    /Fields [${fields}]\n  >>\n>>`;
  return appended(source, [...objects, [Number(catalog[1]), root]], {
    size: size + places.length,
    root: Number(catalog[1]),
    rest: trailer[2] ?? "",
    before: Number(trailer[3]),
  });
}

function placesOf(source: string): readonly Place[] {
  const seen = new Map<string, number>();
  return Array.from(source.matchAll(PLACE), ([, object = "", box = "", who = "", structParent = ""]) => {
    const nth = (seen.get(who) ?? 0) + 1;
    seen.set(who, nth);
    return { object: Number(object), box: box.split(" ").map(Number), name: `${who}${nth}`, structParent };
  });
}

/** The page whose annotations name the object. */
function pageOf(source: string, object: number): number {
  const page = new RegExp(
    `\\n(\\d+) 0 obj\\n<<\\n {2}/Type /Page\\n(?:(?!endobj)[^])*?/Annots \\[(?:[^\\]]* )?${object} 0 R`,
    "u",
  ).exec(source);
  if (!page) throw new PrintError("typesetting_failed", "No page shows the place of a signature");
  return Number(page[1]);
}

/** The entry of the place in the structure tree: what was a link there is a form. None in an untagged document. */
function elementOf(source: string, object: number): readonly (readonly [number, string])[] {
  const element = new RegExp(
    `\\n(\\d+) 0 obj\\n<<\\n {2}/Type /StructElem\\n {2}/S /Link\\n((?:(?!endobj)[^])*?/Obj ${object} 0 R\\n(?:(?!endobj)[^])*?)endobj`,
    "u",
  ).exec(source);
  return element
    ? [[Number(element[1]), `<<\n  /Type /StructElem\n  /S /Form\n${element[2]?.trimEnd()}`]]
    : [];
}

function fieldOf(place: Place, page: number, appearance: number): string {
  return [
    "<<",
    "  /Type /Annot",
    "  /Subtype /Widget",
    "  /FT /Sig",
    `  /T (${place.name})`,
    `  /Rect [${place.box.join(" ")}]`,
    "  /F 4",
    `  /P ${page} 0 R`,
    `  /StructParent ${place.structParent}`,
    `  /AP << /N ${appearance} 0 R >>`,
    ">>",
  ].join("\n");
}

function emptyAppearance({ box: [left = 0, bottom = 0, right = 0, top = 0] }: Place): string {
  const extent = `${(right - left).toFixed(3)} ${(top - bottom).toFixed(3)}`;
  return `<<\n  /Type /XObject\n  /Subtype /Form\n  /BBox [0 0 ${extent}]\n  /Resources << >>\n  /Length 0\n>>\nstream\n\nendstream`;
}

interface Ending {
  readonly size: number;
  readonly root: number;
  /** What else the trailer says: the information and the id of the document. */
  readonly rest: string;
  /** Where the cross-references before these are. */
  readonly before: number;
}

/** The document with these objects behind it, each in the place of the one of its number, and their cross-references. */
function appended(
  source: string,
  objects: readonly (readonly [number, string])[],
  { size, root, rest, before }: Ending,
): Uint8Array {
  let text = source.endsWith("\n") ? source : `${source}\n`;
  const entries: string[] = [];
  for (const [number, body] of objects.toSorted(([one], [other]) => one - other)) {
    entries.push(`${number} 1\n${String(text.length).padStart(10, "0")} 00000 n \n`);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n${entries.join("")}trailer\n<<\n  /Size ${size}\n  /Root ${root} 0 R\n${rest}  /Prev ${before}\n>>\n`;
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, "latin1");
}
