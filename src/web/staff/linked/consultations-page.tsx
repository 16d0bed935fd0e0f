import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import page from "../dossiers/page.module.css";
import { FoundRows, TabbedLists } from "../tabbed-lists.tsx";
import { ConsultationList } from "./consultation-list.tsx";
import { type ConsultationShow, useConsultations } from "./use-consultations.ts";

/** What this person's agencies were asked: the open questions by their day, or those that are over. */
export function ConsultationsPage(): ReactElement {
  const { list } = useText().linked;
  const { open } = useConsultations("open");
  const waiting = (
    <>
      {list.tabs.open}
      {open !== undefined && <span className={page["count"]}>{open}</span>}
    </>
  );
  return (
    <TabbedLists<ConsultationShow>
      words={list}
      lists={["open", "over"]}
      tabs={{ open: waiting, over: list.tabs.over }}
      shows={Found}
    />
  );
}

function Found({ list: show }: { readonly list: ConsultationShow }): ReactElement {
  const { list } = useText().linked;
  const read = useConsultations(show);
  return (
    <FoundRows read={read} empty={{ title: list.empty[show], hint: list.emptyHint }}>
      <ConsultationList rows={read.rows ?? []} />
    </FoundRows>
  );
}
