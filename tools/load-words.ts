import { fileURLToPath, pathToFileURL } from "node:url";
import type { RefusalCode } from "#contract/refusals.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";

interface Sentence {
  readonly what: string;
  readonly wayOut: string;
}

/** What is used of `src/web/text/words.ts`: loaded by its path, since nothing of the server imports the web. */
interface WordsModule {
  readonly wordsOf: (language: "vi" | "en") => {
    readonly refusals: Readonly<Record<RefusalCode, (details: object) => Sentence>>;
    readonly lists: {
      readonly businessStatuses: Readonly<Record<BusinessStatus, { readonly plain: string }>>;
      readonly moves: Readonly<Record<Move, string>>;
    };
  };
}

const WORDS = fileURLToPath(new URL("../src/web/text/words.ts", import.meta.url));

/** The words of the screens, for pages that are generated. */
export async function loadWords(): Promise<WordsModule> {
  return (await import(pathToFileURL(WORDS).href)) as WordsModule;
}
