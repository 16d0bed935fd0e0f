import type { ProcedureRow } from "#contract/catalogue.ts";
import { VisuallyHidden } from "@mantine/core";
import { type ReactElement, useEffect, useRef } from "react";
import type { RefusalSentence } from "#web/text/refusal-words.ts";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { useSession } from "../session/session.ts";
import { useRight } from "../use-right.ts";
import type { useProcedureSearch } from "./procedure-search.tsx";
import styles from "./procedure-results.module.css";

interface Props {
  readonly id: string;
  /** What is to be done with the chosen one: a row says when this person may not. */
  readonly act: "receive" | "guide";
  readonly search: ReturnType<typeof useProcedureSearch>;
  readonly onChoose: (code: string) => void;
}

/** The procedures found, the active one marked. The field keeps the focus: the list is driven from there. */
export function ProcedureResults({ id, act, search, onChoose }: Props): ReactElement {
  const text = useText();
  const { rows, active, setActive } = search;
  const whys = rows.map(useBarredBy(act));
  const shared = sharedReason(whys);
  const list = useRef<HTMLUListElement>(null);
  const activeId = rows[active] ? `${id}-${active}` : "";
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(activeId)}`)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  return (
    <>
      <VisuallyHidden role="status">{text.intake.searchFound(rows.length)}</VisuallyHidden>
      {shared !== null && (
        <div className={styles["shared"]}>
          <Notice tone="warning" title={shared.what}>
            {shared.wayOut}
          </Notice>
        </div>
      )}
      <ul id={id} ref={list} role="listbox" aria-label={text.intake.searchResults} className={styles["rows"]}>
        {rows.map((row, at) => (
          <li
            key={row.versionId}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className={styles["row"]}
            onMouseMove={() => setActive(at)}
            onClick={() => onChoose(row.code)}
          >
            <span className={styles["name"]}>{row.name}</span>
            <span className={styles["about"]}>
              <span className={styles["code"]}>{row.code}</span> {row.fieldName}
            </span>
            <Barred why={shared === null ? (whys[at]?.what ?? null) : null} />
          </li>
        ))}
      </ul>
      {search.data?.next && <p className={styles["more"]}>{text.intake.searchMore}</p>}
    </>
  );
}

/** What bars every procedure that was found, such as a suspension, is said once above them. */
function sharedReason(whys: readonly (RefusalSentence | null)[]): RefusalSentence | null {
  const [first, ...others] = whys;
  return first && others.length > 0 && others.every((why) => why?.what === first.what) ? first : null;
}

/** Why this person may not do the act with a procedure at the counter; null while nothing stands in the way. */
function useBarredBy(act: Props["act"]): (row: ProcedureRow) => RefusalSentence | null {
  const text = useText();
  const right = useRight();
  const { counter } = useSession();
  return ({ code, fieldCode }) => {
    if (!counter) return null;
    const decided = right({
      act,
      unitId: counter.unitId,
      decidingAgencyId: null,
      procedure: { code, fieldCode },
      dossierId: null,
      preparedBy: null,
    });
    return decided && !decided.ok ? text.refusals[decided.code](decided.details) : null;
  };
}

/** A barred procedure can still be opened and read; the line says before that what cannot be done with it. */
function Barred({ why }: { readonly why: string | null }): ReactElement | null {
  if (why === null) return null;
  return (
    <span className={styles["barred"]}>
      <Icon name="warning" /> {why}
    </span>
  );
}
