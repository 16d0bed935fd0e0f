import type { PartView, PartsView } from "#contract/linked.ts";
import { hasEnded } from "#domain/dossier/dossier-state.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useLanguage, useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Mark } from "#web/ui/mark.tsx";
import type { Tone } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { DueBadge } from "../dossiers/due-badge.tsx";
import { useNow } from "../dossiers/use-now.ts";
import styles from "./linked.module.css";

/** What several agencies do as one: each part with its own dossier, agency and date. */
export function PartsPanel({ parts: { parts, latestDueAt } }: { readonly parts: PartsView }): ReactElement {
  const { linked, dates } = useText();
  return (
    <Panel id="parts" title={linked.parts.title}>
      <p className={styles["quiet"]}>{linked.parts.intro}</p>
      <ul className={`${styles["lines"]} ${styles["spaced"]}`}>
        {parts.map((part) => (
          <Part key={part.key} part={part} all={parts} />
        ))}
      </ul>
      {latestDueAt !== null && (
        <p className={styles["latest"]}>{linked.parts.latest(dates.moment(latestDueAt))}</p>
      )}
    </Panel>
  );
}

function Part({ part, all }: { readonly part: PartView; readonly all: readonly PartView[] }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { parts: words } = text.linked;
  const { name, state, needed, after, dossier } = part;
  const before = all.filter(({ key }) => after.includes(key)).map((one) => one.name[language]);
  return (
    <li>
      <div className={styles["head"]}>
        <strong>{name[language]}</strong>
        <Mark tone={TONES[state]}>{words.states[state]}</Mark>
      </div>
      {dossier !== null && <PartDossier dossier={dossier} text={text} />}
      <p className={styles["quiet"]}>
        {needed ? words.needed : words.optional}
        {before.length > 0 && `. ${words.after(before.join("; "))}`}
      </p>
    </li>
  );
}

interface PartDossierProps {
  readonly dossier: NonNullable<PartView["dossier"]>;
  readonly text: Words;
}

function PartDossier({ dossier, text }: PartDossierProps): ReactElement {
  const now = useNow();
  const { parts: words } = text.linked;
  const { dossierId, code, agencyName, dueAt, provisional, status, readable } = dossier;
  return (
    <>
      <p className={styles["between"]}>
        <span>
          {readable ? (
            <Link to="/dossiers/$dossierId" params={{ dossierId }} className={styles["link"]}>
              {code}
            </Link>
          ) : (
            <span className={styles["code"]}>{code}</span>
          )}
          {", "}
          <span lang="vi">{agencyName}</span>
        </span>
        <span className={styles["marks"]}>
          <DueBadge dossier={{ dueAt, provisional, status }} now={now} />
        </span>
      </p>
      <p className={styles["quiet"]}>
        {text.lists.businessStatuses[status].plain}
        {". "}
        {!hasEnded(status) && (dueAt === null ? words.noDue : words.due(text.dates.moment(dueAt)))}
      </p>
    </>
  );
}

const TONES: Readonly<Record<PartView["state"], Tone | "quiet">> = {
  waiting: "quiet",
  open: "info",
  granted: "success",
  refused: "error",
  stopped: "warning",
  fallen: "quiet",
  outside: "quiet",
};
