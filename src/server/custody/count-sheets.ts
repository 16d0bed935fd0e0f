import type { SheetCount } from "#contract/containers.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { NewCustodyTask } from "../ledgers/custody-task.ts";
import type { HeldThing } from "../ledgers/things.ts";

/**
 * What was counted in a packet against what went in: of each paper that differs a task, for a person to find out. The
 * ledger keeps its sheets until then.
 *
 * @returns `thing_not_inside` when something was counted that is not among the things
 * @rule CUSTODY-01
 */
export function countSheets(
  inside: readonly HeldThing[],
  counts: readonly SheetCount[],
  by: { readonly newId: () => string; readonly now: Instant },
): Result<readonly NewCustodyTask[], "thing_not_inside"> {
  const counted = new Map(counts.map((count) => [count.id, count]));
  if ([...counted.keys()].some((id) => !inside.some((thing) => thing.id === id)))
    return refuse("thing_not_inside");
  return done(
    inside.flatMap((thing): NewCustodyTask[] => {
      const count = counted.get(thing.id);
      if (!count || (count.originals === thing.originals && count.copies === thing.copies)) return [];
      return [
        {
          id: by.newId(),
          kind: "sheets",
          thing: { thing: thing.thing, id: thing.id },
          scanned: countText(count),
          manifestId: null,
          signatureId: null,
          photoFileId: null,
          claimed: null,
          note: null,
          foundAt: by.now,
        },
      ];
    }),
  );
}

/** Originals and copies as they were counted, the way the page of differences reads them: "1+2". */
function countText({ originals, copies }: SheetCount): string {
  return `${originals}+${copies}`;
}

/**
 * @returns what {@link countSheets} wrote, null for anything else
 * @example readCount("1+2") → { originals: 1, copies: 2 }
 */
export function readCount(text: string): { readonly originals: number; readonly copies: number } | null {
  const [, originals, copies] = /^(\d{1,3})\+(\d{1,3})$/.exec(text) ?? [];
  return originals === undefined || copies === undefined
    ? null
    : { originals: Number(originals), copies: Number(copies) };
}
