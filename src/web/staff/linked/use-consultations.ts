import { type AskedConsultation, listConsultations } from "#contract/linked.ts";
import { type AnswerOf, call } from "../api.ts";
import { type Pages, usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** Questions that wait, or those that are over. */
export type ConsultationShow = "open" | "over";

/** Other agencies ask while the page is open: it is read again by itself. */
const EVERY_MS = 60_000;

interface Consultations extends Pages<AnswerOf<typeof listConsultations>> {
  /** Undefined until the first answer. */
  readonly rows: readonly AskedConsultation[] | undefined;
  /** How many wait, whatever is shown. */
  readonly open: number | undefined;
}

/** What this person's agencies were asked, a page after the other. */
export function useConsultations(show: ConsultationShow): Consultations {
  const list = usePages({
    key: [...readKey(listConsultations), show],
    read: (after) => call(listConsultations, { query: after === null ? { show } : { show, after } }),
    refetchEveryMs: EVERY_MS,
  });
  return {
    ...list,
    rows: list.pages?.flatMap(({ consultations }) => consultations),
    open: list.pages?.[0]?.open,
  };
}
