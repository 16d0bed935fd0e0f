import type { DossierView } from "#contract/dossiers.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import look from "#web/ui/rows.module.css";
import { CorrectionWords } from "./correction-words.tsx";
import layout from "./dossier-page.module.css";
import { eventWords } from "./event-words.ts";
import { LinkedFact } from "../linked/linked-fact.tsx";
import { StepFact } from "../steps/step-fact.tsx";
import { basisWords } from "./permit-words.tsx";
import { SaidWords } from "./said-words.tsx";
import { TurnFacts } from "./turn-facts.tsx";

/** Everything that was done: what, by whom, where, when, and by which right. */
export function DossierHistory({ dossier }: { readonly dossier: DossierView }): ReactElement {
  const text = useText();
  const { page } = text.dossiers;
  return (
    <Panel id="history" title={page.historyTitle}>
      <ol className={layout["history"]}>
        {dossier.events.map((event) => (
          <li key={event.seq}>
            <strong>{eventWords(event, text)}</strong>{" "}
            {event.imported && <Mark tone="quiet">{text.dossiers.page.imported}</Mark>}
            <span className={layout["quiet"]}>
              <time dateTime={event.at}>{text.dates.moment(event.at)}</time>
            </span>
            <span lang="vi">
              {event.actor}
              {event.place === null ? "" : `, ${event.place}`}
            </span>
            {/* By which right the other system's people acted, nobody here can say. */}
            {!event.imported && (
              <span className={layout["quiet"]}>
                {basisWords(event.basis, text)}{" "}
                <Link
                  to="/basis/$dossierId/$seq"
                  params={{ dossierId: dossier.dossierId, seq: String(event.seq) }}
                  className={look["opener"]}
                  aria-label={text.programmes.basis.linkOf(eventWords(event, text))}
                >
                  {text.programmes.basis.link}
                </Link>
              </span>
            )}
            {event.imported?.notes.map((note) => (
              <span key={note} className={layout["quiet"]}>
                {text.lists.importNotes[note]}
              </span>
            ))}
            <TurnFacts dossierId={dossier.dossierId} event={event} />
            {event.step !== null && <StepFact step={event.step} />}
            {event.linked !== null && <LinkedFact linked={event.linked} />}
            {event.correction && <CorrectionWords correction={event.correction} />}
            {event.note !== null && (
              <p className={layout["remark"]}>
                {event.correction ? <SaidWords>{event.note}</SaidWords> : event.note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
