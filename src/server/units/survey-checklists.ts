import { type Checklist, readChecklists } from "#domain/site/checklist.ts";
import { invariant } from "#domain/shared/result.ts";
import { readJson } from "./reference-table.ts";

let kept: Promise<readonly Checklist[]> | undefined;

/** The versions of the survey's checklist. They come with the program, so that a process reads them once. */
export function surveyChecklists(): Promise<readonly Checklist[]> {
  kept ??= readJson("survey-checklist.json").then((data) => {
    const read = readChecklists(data);
    invariant(read.ok, `the survey's checklist is faulty: ${JSON.stringify(read)}`);
    return read.value;
  });
  return kept;
}
