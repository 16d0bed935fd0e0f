import { VisuallyHidden } from "@mantine/core";
import { type ReactElement, useEffect, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import type { useProcedureSearch } from "./procedure-search.tsx";
import styles from "./procedure-results.module.css";

interface Props {
  readonly id: string;
  readonly search: ReturnType<typeof useProcedureSearch>;
  readonly onChoose: (code: string) => void;
}

/** The procedures found, the active one marked. The field keeps the focus: the list is driven from there. */
export function ProcedureResults({ id, search, onChoose }: Props): ReactElement {
  const text = useText();
  const { rows, active, setActive } = search;
  const list = useRef<HTMLUListElement>(null);
  const activeId = rows[active] ? `${id}-${active}` : "";
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(activeId)}`)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  return (
    <>
      <VisuallyHidden role="status">{text.intake.searchFound(rows.length)}</VisuallyHidden>
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
          </li>
        ))}
      </ul>
      {search.data?.next && <p className={styles["more"]}>{text.intake.searchMore}</p>}
    </>
  );
}
