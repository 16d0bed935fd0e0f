import type { TurnView } from "#contract/dossier-parts.ts";
import type { DossierView } from "#contract/dossiers.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Icon } from "#web/ui/icons.tsx";
import { formOfEvent } from "../turns/issued-forms.ts";
import layout from "./dossier-page.module.css";
import { formLink } from "./file-link.ts";

interface Props {
  readonly dossierId: string;
  readonly event: DossierView["events"][number];
}

/** What a turn set, and the form that was issued with it, as it was issued. */
export function TurnFacts({ dossierId, event }: Props): ReactElement | null {
  const text = useText();
  const { turn } = event;
  if (turn === null) return null;
  const form = formOfEvent(event.type);
  return (
    <>
      {factsOf(turn, event.actor, text).map((fact) => (
        <span key={fact} className={layout["fact"]}>
          {fact}
        </span>
      ))}
      {turn.manifest !== null && (
        <Link
          className={layout["file"]}
          to="/papers/manifests/$manifestId"
          params={{ manifestId: turn.manifest.manifestId }}
        >
          <Icon name="file" size={16} />
          {text.turns.facts.manifest(turn.manifest.number)}
        </Link>
      )}
      {turn.formIssueId !== null && form !== undefined && (
        <a
          className={layout["file"]}
          href={formLink(dossierId, turn.formIssueId)}
          target="_blank"
          rel="noreferrer"
          aria-label={`${text.turns.printing.open(text.turns.forms[form])}, ${text.dates.moment(event.at)}, ${text.turns.printing.newTab}`}
        >
          <Icon name="file" size={16} />
          {text.turns.printing.open(text.turns.forms[form])}
        </a>
      )}
    </>
  );
}

function factsOf(
  turn: TurnView,
  actor: string,
  { turns: { facts, faults, payers }, dates }: Words,
): readonly string[] {
  return [
    ...(turn.again === null ? [] : [facts.again(turn.again.nth, actor)]),
    ...(turn.again?.legalBasis ? [facts.basis(turn.again.legalBasis)] : []),
    ...(turn.dueAt === null ? [] : [facts.due(dates.moment(turn.dueAt))]),
    ...(turn.calendarChange === null ? [] : [facts.calendarChange(turn.calendarChange)]),
    ...(turn.amount === null ? [] : [facts.amount(formatDong(dong(turn.amount)))]),
    ...(turn.answerBy === null ? [] : [facts.answerBy(dates.moment(turn.answerBy))]),
    ...(turn.expectedOn === null ? [] : [facts.expectedOn(dates.day(turn.expectedOn))]),
    ...(turn.fault === null ? [] : [facts.fault(faults[turn.fault], payers[turn.fault])]),
  ];
}
