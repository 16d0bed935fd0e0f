import type { ImportRow } from "#contract/places.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { DifferenceWords } from "./place-history.tsx";
import styles from "./places.module.css";

interface Props {
  readonly rows: readonly ImportRow[];
  readonly more: number;
}

/** What a file would do, row by row; rows that change nothing are only counted. */
export function ImportRows({ rows, more }: Props): ReactElement | null {
  const text = useText();
  const { importing } = text.places;
  if (rows.length === 0) return null;
  return (
    <>
      {/* A part that scrolls must be reachable by keyboard. */}
      <section className={styles["rows"]} tabIndex={0} aria-label={importing.rows}>
        <table aria-label={importing.rows}>
          <thead>
            <tr>
              <th scope="col">{importing.line}</th>
              <th scope="col">{importing.outcome}</th>
              <th scope="col">{text.places.fields.name}</th>
              <th scope="col">{importing.details}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>
                  <Outcome row={row} />
                </td>
                <td lang="vi">
                  {row.name}
                  <br />
                  <code>{row.key}</code>
                </td>
                <td>
                  <Details row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p className={styles["quiet"]}>{importing.more(more)}</p>}
    </>
  );
}

function Outcome({ row: { outcome } }: { readonly row: ImportRow }): ReactElement {
  const text = useText();
  const tones = { created: "success", changed: "info", unchanged: "quiet", refused: "error" } as const;
  return <Mark tone={tones[outcome]}>{text.places.outcomes[outcome]}</Mark>;
}

function Details({ row }: { readonly row: ImportRow }): ReactElement {
  const text = useText();
  const { fields, problems, importing } = text.places;
  const titles: Readonly<Record<string, string>> = fields;
  return (
    <ul>
      {row.faults.map(({ field, problem, names }) => (
        <li key={`${field} ${problem}`}>
          <strong>{fields[field]}</strong>
          {`: ${problems[problem]}`}
          {names.length > 0 && ` (${names.join("; ")})`}
        </li>
      ))}
      {row.outcome === "changed" &&
        row.differences.map((difference) => (
          <li key={difference.field}>
            {fields[difference.field]}
            {": "}
            <DifferenceWords difference={difference} names={{}} />
          </li>
        ))}
      {row.tidied.length > 0 && (
        <li>{importing.tidied(row.tidied.map((column) => titles[column] ?? column).join(", "))}</li>
      )}
    </ul>
  );
}
