import type { MandateRow } from "#contract/mandates.ts";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import look from "#web/ui/rows.module.css";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { taskWords, unitWords, untilWords } from "./mandate-words.ts";
import styles from "./mandates.module.css";
import { type Matrix, type Site, mandatesFor, matrixOf } from "./matrix.ts";
import { useMandatesOf } from "./use-mandates.ts";

/** A day as a picture: where and by whom down, fields across, and in each cell what, how freely and until when. */
export function MandateMatrix(): ReactElement {
  const { mandates } = useText();
  const [typed, setTyped] = useState<string>(() => localTime(serverNow()).day);
  const [day, setDay] = useState(typed);
  return (
    <div className={styles["stack"]}>
      <DateField
        className={styles["day"] ?? ""}
        label={mandates.matrix.day}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          const read = parsePlainDate(value);
          if (read !== undefined) setDay(read);
        }}
      />
      <Day day={day} />
    </div>
  );
}

function Day({ day }: { readonly day: string }): ReactElement {
  const { mandates, dates } = useText();
  const { rows, problem, reload, hasMore } = useMandatesOf(day);
  const wide = useMediaQuery("(min-width: 60em)", true, { getInitialValueInEffect: false });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (rows === undefined || hasMore) return <LoadingLines lines={8} />;
  if (rows.length === 0)
    return <EmptyState icon="file" title={mandates.matrix.empty} hint={mandates.matrix.emptyHint} />;
  const matrix = matrixOf(rows);
  const caption = mandates.matrix.caption(dates.shortDay(day));
  return (
    <>
      <p className={styles["quiet"]} role="status">
        {mandates.matrix.sites(matrix.sites.length)}
      </p>
      {wide ? <Grid matrix={matrix} caption={caption} /> : <Sites matrix={matrix} caption={caption} />}
    </>
  );
}

interface ShownProps {
  readonly matrix: Matrix;
  readonly caption: string;
}

function Grid({ matrix, caption }: ShownProps): ReactElement {
  const { matrix: text } = useText().mandates;
  const { fields, sites, single } = matrix;
  return (
    // A region that scrolls must be reached by the keyboard, too.
    <section className={styles["grid"]} aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.site}</th>
            {fields.map(({ id, name }) => (
              <th key={id} scope="col" lang="vi">
                {name}
              </th>
            ))}
            {single && <th scope="col">{text.single}</th>}
          </tr>
        </thead>
        <tbody>
          {sites.map((site) => (
            <tr key={site.key}>
              <th scope="row" lang="vi">
                {site.postOffice.name}
                <span className={styles["under"]}>
                  <UnitName site={site} />
                </span>
                <Except mandates={site.mandates} />
              </th>
              {fields.map(({ id }) => (
                <td key={id}>
                  <Cell mandates={mandatesFor(site, id)} />
                </td>
              ))}
              {single && (
                <td>
                  <SingleCell site={site} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function UnitName({ site }: { readonly site: Site }): ReactElement {
  const text = useText();
  return <>{unitWords(site, text)}</>;
}

function Cell({ mandates }: { readonly mandates: readonly MandateRow[] }): ReactElement {
  const text = useText();
  if (mandates.length === 0) return <span className={styles["quiet"]}>{text.mandates.matrix.notHere}</span>;
  return (
    <>
      {mandates.map((mandate) => (
        <p key={mandate.id} className={styles["cell"]}>
          <Given mandate={mandate} />
        </p>
      ))}
    </>
  );
}

/** What, how freely and until when, as a way to the mandate. */
function Given({ mandate }: { readonly mandate: MandateRow }): ReactElement {
  const text = useText();
  return (
    <>
      <Link to="/mandates/$mandateId" params={{ mandateId: mandate.id }} className={styles["cellLink"]}>
        {taskWords(mandate.tasks, text)}
      </Link>
      <span className={styles["under"]}>
        {`${text.mandates.autonomies[mandate.autonomy].name}, ${untilWords(mandate.validTo, text)}`}
      </span>
    </>
  );
}

/** What is left out, said once for the site: a cell would say it of fields that it does not belong to. */
function Except({ mandates }: { readonly mandates: readonly MandateRow[] }): ReactElement | null {
  const text = useText();
  const codes = [...new Set(mandates.flatMap(({ exceptions }) => exceptions.map(({ id }) => id)))];
  if (codes.length === 0) return null;
  return <span className={styles["under"]}>{text.mandates.matrix.except(codes.join(", "))}</span>;
}

function SingleCell({ site }: { readonly site: Site }): ReactElement {
  const text = useText();
  const naming = site.mandates.filter(({ procedures }) => procedures.length > 0);
  if (naming.length === 0) return <span className={styles["quiet"]}>{text.mandates.matrix.notHere}</span>;
  return (
    <>
      {naming.map((mandate) => (
        <p key={mandate.id} className={styles["cell"]}>
          <span>{mandate.procedures.map(({ id }) => id).join(", ")}</span>
          <Given mandate={mandate} />
        </p>
      ))}
    </>
  );
}

/** On a narrow screen each site says what it holds, mandate by mandate. */
function Sites({ matrix, caption }: ShownProps): ReactElement {
  return (
    <ul className={look["cards"]} aria-label={caption}>
      {matrix.sites.map((site) => (
        <li key={site.key} className={look["card"]}>
          <strong lang="vi">{site.postOffice.name}</strong>
          <p className={styles["under"]} lang="vi">
            <UnitName site={site} />
          </p>
          {site.mandates.map((mandate) => (
            <div key={mandate.id} className={styles["held"]}>
              <p lang="vi">{[...mandate.fields, ...mandate.procedures].map(({ name }) => name).join(", ")}</p>
              <Given mandate={mandate} />
              <Except mandates={[mandate]} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
