import { PrintError } from "./print-error.ts";

const MOST_COPIES = 5;
/** For whom the first two copies are, as the slips in use print it (liên lưu, liên giao khách hàng). */
const COPY_OWNERS = ["Lưu tại Bộ phận Một cửa", "Giao người nộp hồ sơ"];

/** What a copy is called, in the foot and under the title; empty when there is only one. */
export interface CopyName {
  readonly short: string;
  readonly label: string;
}

/** @param owners for whom the copies are, the first first. @throws PrintError `unprintable_data` when there are none, or too many. */
export function copiesOf(copies: number, owners: readonly string[] = COPY_OWNERS): readonly CopyName[] {
  if (!Number.isSafeInteger(copies) || copies < 1 || copies > MOST_COPIES) {
    throw new PrintError("unprintable_data", `A form has 1 to ${MOST_COPIES} copies, not ${copies}`);
  }
  if (copies === 1) return [{ short: "", label: "" }];
  return Array.from({ length: copies }, (_, index) => {
    const short = `Liên ${index + 1}`;
    const owner = owners[index];
    return { short, label: owner === undefined ? short : `${short}: ${owner}` };
  });
}

/** The first copy stays at the desk, the second is the citizen's. */
export const CITIZENS_COPY = 2;

/** All copies, or the one that is wanted; of a paper with fewer the last. @throws PrintError as {@link copiesOf} */
export function copiesWanted({
  copies,
  onlyCopy,
}: {
  readonly copies: number;
  readonly onlyCopy?: number;
}): readonly CopyName[] {
  const all = copiesOf(copies);
  return onlyCopy === undefined ? all : all.slice(Math.min(onlyCopy, copies) - 1).slice(0, 1);
}
