import { readHandOver } from "#contract/hand-overs.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import type { Reference } from "../units/reference.ts";
import { type LineRow, loadHandOver } from "./hand-over-store.ts";

/** The record as it is printed: codes of dossiers, never whose they are. */
export const readHandOverRoute = bind(readHandOver, async ({ params, reference, read }) => {
  const found = await read((tx) => loadHandOver(tx, params.handOverId));
  if (!found) return refuse("not_found");
  const { lines, ...record } = found;
  return done({
    ...record,
    papers: lines.reduce((sum, { papers }) => sum + papers, 0),
    lines: lines.map(({ toKind: _kind, toId: _id, personName: _name, ...line }, index) => ({
      ...line,
      to: holderName(lines[index], reference),
    })),
  });
});

function holderName(line: LineRow | undefined, { units, agencies }: Reference): string {
  if (!line) return "";
  return line.personName ?? units.get(line.toId)?.name ?? agencies.get(line.toId)?.name ?? "";
}
