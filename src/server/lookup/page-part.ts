import type { Basis, Right } from "#domain/mandate/may-act.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Words } from "../ledgers/basis-title.ts";

/** A part of the page that names rights and people: all parts say whom, then all words are fetched once. */
export interface PagePart<View> {
  readonly bases: readonly Basis[];
  readonly accountIds: readonly (string | null | undefined)[];
  readonly view: (words: Words) => View;
}

/** The rights among these answers that are given. */
export function basesOf(answers: readonly { readonly right: Result<Right, string> }[]): readonly Basis[] {
  return answers.flatMap(({ right }) => (right.ok ? [right.value] : []));
}
