/** Says whether the font can draw a code point. */
export type Coverage = (codePoint: number) => boolean;

/**
 * The code points that every one of these TrueType fonts can draw, read from their `cmap` tables of format 4,
 * which hold the first 65,536 code points; the form's fonts have no more. A PDF/A with a missing glyph is
 * refused as a whole, so it must be known before typesetting which characters a font lacks.
 * @throws RangeError when a font has no such table.
 */
export function coverageOf(fonts: readonly Uint8Array[]): Coverage {
  const sets = fonts.map(readCodePoints);
  return (codePoint) => sets.every((set) => set.has(codePoint));
}

function readCodePoints(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 0x636d6170);
  const codePoints = new Set<number>();
  for (let record = 0; record < view.getUint16(cmap + 2); record += 1) {
    const subtable = cmap + view.getUint32(cmap + 8 + record * 8);
    if (view.getUint16(subtable) === 4) readSegments(view, subtable, codePoints);
  }
  if (codePoints.size === 0) throw new RangeError("The font has no cmap of format 4");
  return codePoints;
}

function tableOffset(view: DataView, tag: number): number {
  for (let table = 0; table < view.getUint16(4); table += 1) {
    if (view.getUint32(12 + table * 16) === tag) return view.getUint32(12 + table * 16 + 8);
  }
  throw new RangeError("The font has no cmap table");
}

/** Parallel arrays of segment ends, starts, deltas and offsets. */
function readSegments(view: DataView, at: number, into: Set<number>): void {
  const segments2 = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + segments2];
  const [deltas, offsets] = [starts + segments2, starts + 2 * segments2];
  for (let segment = 0; segment < segments2; segment += 2) {
    const [start, end] = [view.getUint16(starts + segment), view.getUint16(ends + segment)];
    const [delta, offset] = [view.getUint16(deltas + segment), view.getUint16(offsets + segment)];
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = offset === 0 ? code : view.getUint16(offsets + segment + offset + 2 * (code - start));
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) into.add(code);
    }
  }
}
