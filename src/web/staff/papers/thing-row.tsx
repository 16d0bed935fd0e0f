import type { ThingView } from "#contract/custody.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import styles from "./papers.module.css";

interface Props {
  readonly view: ThingView;
  /** Before the thing: a checkbox, a tick. */
  readonly lead?: ReactNode;
  /** Behind it: what can be done. */
  readonly children?: ReactNode;
  /** Where it is, for lists whose things are in several places. */
  readonly showsHolder?: boolean;
}

/** One paper, packet or bag: its code, what it is, how many sheets, its seal. */
export function ThingRow({ view, lead, children, showsHolder = false }: Props): ReactElement {
  const { papers: text, dates } = useText();
  return (
    <li className={styles["row"]}>
      <span>{lead}</span>
      <div>
        <Link to="/papers/$thing/$id" params={{ thing: view.thing, id: view.id }} className={styles["code"]}>
          {view.code}
        </Link>
        <p lang="vi">
          {text.kinds[view.kind]}
          {view.name !== null && `: ${view.name}`}
        </p>
        <p className={styles["quiet"]}>
          {view.thing === "container" &&
            view.dossierCode !== null &&
            `${text.ofDossier(view.dossierCode)} · `}
          {text.sheets(view.originals, view.copies)}
          {view.seal !== null && ` · ${text.sealedBy(view.seal)}`}
          {view.inside !== null && ` · ${text.insideOf(view.inside.code)}`}
          {` · ${text.since(dates.shortMoment(view.since))}`}
        </p>
        {showsHolder && (
          <p lang="vi">
            {view.holder === null ? text.putAway : text.nowWith(holderWords(view.holder, text.citizen))}
          </p>
        )}
        {view.manifestId !== null && (
          <Link to="/papers/manifests/$manifestId" params={{ manifestId: view.manifestId }}>
            <Mark tone="info" icon="clock">
              {text.waiting}
            </Mark>
          </Link>
        )}
      </div>
      <div className={styles["acts"]}>{children}</div>
    </li>
  );
}

/** A holder with whoever answers for it. */
export function holderWords(
  { kind, name, responsible }: NonNullable<ThingView["holder"]>,
  citizen: string,
): string {
  if (kind === "citizen") return citizen;
  return responsible === null ? name : `${name} (${responsible})`;
}
