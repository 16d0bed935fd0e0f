import type { AwaitedView, DossierView } from "#contract/dossiers.ts";
import { hasEnded, hasResultInHand } from "#domain/dossier/dossier-state.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DueDateExplanationView } from "#web/ui/due-date-explanation.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { isExtended, standingOf } from "../turns/turn-state.ts";
import layout from "./dossier-page.module.css";
import { useNow } from "./use-now.ts";

interface Props {
  readonly dossier: DossierView;
}

/** The due date and why it is that day; while the clock stands, since when, why, and what it waits for. */
export function DuePanel({ dossier }: Props): ReactElement {
  const text = useText();
  const { clock } = text.turns;
  const { dueAt, statuses } = dossier;
  const standing = standingOf(dossier);
  const { supplements } = dossier.deadline;
  const ended = hasEnded(statuses.business) && !hasResultInHand(statuses.business);
  return (
    <Panel id="due" title={text.dossiers.page.dueTitle}>
      {standing !== null && <Standing dossier={dossier} standing={standing} />}
      {dueAt === null ? (
        <>
          <p className={layout["date"]}>{clock.noDate}</p>
          <span className={layout["quiet"]}>{clock.noDateBecause}</span>
        </>
      ) : (
        <>
          {standing !== null && <span className={layout["quiet"]}>{clock.lastDue}</span>}
          <p className={standing === null && !ended ? layout["date"] : layout["pastDate"]}>
            <time dateTime={dueAt}>{text.dates.moment(dueAt)}</time>
          </p>
          {ended && <span className={layout["quiet"]}>{clock.ended}</span>}
          {isExtended(dossier) && <span className={layout["quiet"]}>{clock.extendedOnce}</span>}
          <Why dossier={dossier} />
        </>
      )}
      {supplements > 1 && <p className={layout["quiet"]}>{clock.countsLateBecause(supplements)}</p>}
      {dossier.deadline.deskLimits.length > 0 && <DeskLimits limits={dossier.deadline.deskLimits} />}
    </Panel>
  );
}

interface DeskLimitsProps {
  readonly limits: DossierView["deadline"]["deskLimits"];
}

/** What is still to be done at the desks, by when, and where that stands written. */
function DeskLimits({ limits }: DeskLimitsProps): ReactElement {
  const text = useText();
  const { clock } = text.turns;
  const now = instant(useNow());
  return (
    <>
      <span className={layout["deskLimits"]}>{clock.deskLimits}</span>
      <ul className={layout["changes"]}>
        {limits.map(({ duty, by, source }) => (
          <li key={duty}>
            {clock.deskDuties[duty](text.dates.moment(by))}
            {now > instant(by) && (
              <strong className={layout["deskLate"]}>
                <Icon name="warning" size={16} />
                {clock.deskDutyLate}
              </strong>
            )}
            <span className={layout["quiet"]} lang="vi">
              {source}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Why({ dossier: { explanation } }: Props): ReactElement {
  const text = useText();
  if (explanation === null) return <span className={layout["quiet"]}>{text.dueDate.fromOldSystem}</span>;
  return (
    <details className={layout["why"]}>
      <summary>{text.dueDate.why}</summary>
      <DueDateExplanationView explanation={explanation} words={text} />
      <Link to="/calendars" className={layout["more"]}>
        {text.calendars.title}
      </Link>
    </details>
  );
}

interface StandingProps extends Props {
  readonly standing: NonNullable<ReturnType<typeof standingOf>>;
}

function Standing({ dossier, standing: { since, reason } }: StandingProps): ReactElement {
  const text = useText();
  const { clock } = text.turns;
  const { awaited } = dossier;
  return (
    <div className={layout["standing"]}>
      <p className={layout["lead"]}>
        <Icon name="pause" size={18} />
        {clock.standing}
      </p>
      <p>{clock.standingSince(text.dates.day(localTime(since).day), clock.reasons[reason])}</p>
      {awaited !== null && <Awaited awaited={awaited} />}
      <p className={layout["quiet"]}>{reason === "supplement" ? clock.anew : clock.runsOn}</p>
    </div>
  );
}

function Awaited({ awaited }: { readonly awaited: AwaitedView }): ReactElement {
  const text = useText();
  const { clock } = text.turns;
  const now = useNow();
  const { answerBy, papers } = awaited;
  const late = answerBy !== null && instant(now) > instant(answerBy);
  return (
    <>
      {papers.length > 0 && (
        <ul className={layout["changes"]} lang="vi">
          {papers.map(({ name }) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {answerBy !== null && (
        <p>
          {late ? (
            <strong>{clock.answerLate(text.dates.moment(answerBy))}</strong>
          ) : (
            clock.answerBy(text.dates.moment(answerBy))
          )}
        </p>
      )}
    </>
  );
}
