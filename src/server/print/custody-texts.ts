import { readFileSync } from "node:fs";
import { invariant } from "#domain/shared/result.ts";

/** The papers that go with what changes hands. */
export const CUSTODY_PAPERS = ["manifest", "handOverRecord", "inventoryRecord", "waybill"] as const;
export type CustodyPaperKind = (typeof CUSTODY_PAPERS)[number];

/** The wording of a paper, with where it is from and how sure that is. */
export interface CustodyText {
  readonly paper: CustodyPaperKind;
  readonly title: string;
  /** For whom the copies are, the first first. */
  readonly copyOwners: readonly string[];
  readonly mark: "sourced" | "recalled" | "inference";
  readonly source: string;
  /** By name; some have places in braces that {@link PaperWords} fills. */
  readonly words: Readonly<Record<string, string>>;
}

export interface CustodyTexts {
  /** What several papers say. */
  readonly shared: Readonly<Record<string, string>>;
  readonly papers: readonly CustodyText[];
}

/** A word of one paper or of all of them, its places filled; that it is there, the tests of each paper say. */
export type PaperWords = (name: string, places?: Readonly<Record<string, string>>) => string;

const FILE = new URL("../../../db/reference/custody-texts.json", import.meta.url);

/** The wordings of these papers. Replacing one is a change of that file and of nothing else. */
export function readCustodyTexts(): CustodyTexts {
  return JSON.parse(readFileSync(FILE, "utf8")) as CustodyTexts;
}

/** The text of one paper, and its words. */
export function custodyText(
  { shared, papers }: CustodyTexts,
  kind: CustodyPaperKind,
): { readonly text: CustodyText; readonly say: PaperWords } {
  const text = papers.find(({ paper }) => paper === kind);
  invariant(text, `there is a text for ${kind}`);
  const say: PaperWords = (name, places = {}) => {
    const word = text.words[name] ?? shared[name];
    invariant(word !== undefined, `the ${kind} has a word for ${name}`);
    return word.replace(/\{(\w+)\}/gu, (_place, key: string) => places[key] ?? "");
  };
  return { text, say };
}
