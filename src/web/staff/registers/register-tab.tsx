import { type RegisterYear, readRegisters } from "#contract/registers.ts";
import { Checkbox, NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { ClosedBooks } from "./closed-books.tsx";
import { RegisterBookView } from "./register-book.tsx";
import styles from "./registers.module.css";
import { UnitPhone } from "./unit-phone.tsx";

/** A unit, a year and the fields of one register; below it the lines. */
export function RegisterTab(): ReactElement {
  const [asked, setAsked] = useState<{ readonly unitId?: string; readonly year?: string }>({});
  const { data, problem, reload } = useRead(readRegisters, { query: asked }, { keepPrevious: true });
  if (!data)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={8} />;
  return (
    <div className={styles["stack"]}>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      <Where year={data} onAsk={setAsked} />
      <Elsewhere year={data} />
      <Books key={`${data.unitId} ${data.year}`} year={data} />
      <ClosedBooks year={data} />
      <UnitPhone key={data.unitId} year={data} />
    </div>
  );
}

interface WhereProps {
  readonly year: RegisterYear;
  readonly onAsk: (asked: { readonly unitId: string; readonly year: string }) => void;
}

function Where({ year: { unitId, year, years, units }, onAsk }: WhereProps): ReactElement {
  const { register: text } = useText().registers;
  return (
    <div className={styles["where"]}>
      {units.length > 1 && (
        <NativeSelect
          label={text.unit}
          value={unitId}
          onChange={(event) => onAsk({ unitId: event.currentTarget.value, year: String(year) })}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <NativeSelect
        label={text.year}
        value={String(year)}
        onChange={(event) => onAsk({ unitId, year: event.currentTarget.value })}
        data={[...new Set([year, ...years])].toSorted((one, other) => other - one).map(String)}
      />
    </div>
  );
}

/** What has no line here, because it stands in the book of the system that took it in. */
function Elsewhere({ year: { imported, year } }: { readonly year: RegisterYear }): ReactElement | null {
  const { register: text } = useText().registers;
  return imported === 0 ? null : <p className={styles["quiet"]}>{text.imported(imported, year)}</p>;
}

/** Which fields are kept in one register; the first by itself. */
function Books({ year }: { readonly year: RegisterYear }): ReactElement {
  const { register: text } = useText().registers;
  const { books } = year;
  const [fields, setFields] = useState<readonly string[]>(
    books.slice(0, 1).map(({ fieldCode }) => fieldCode),
  );
  if (books.length === 0) return <EmptyState icon="file" title={text.none} hint={text.noneHint} />;
  const all = fields.length === books.length;
  const toggle = (code: string) =>
    setFields(fields.includes(code) ? fields.filter((one) => one !== code) : [...fields, code]);
  return (
    <>
      <fieldset className={styles["fields"]}>
        <legend>{text.fields}</legend>
        <p className={styles["quiet"]}>{text.fieldsHint}</p>
        <div className={styles["choices"]}>
          <Checkbox
            label={text.all}
            checked={all}
            indeterminate={!all && fields.length > 0}
            onChange={() => setFields(all ? [] : books.map(({ fieldCode }) => fieldCode))}
          />
          {books.map(({ fieldCode, fieldName, entries, closingId }) => (
            <Checkbox
              key={fieldCode}
              label={`${text.field(fieldName, entries)}${closingId === null ? "" : `, ${text.closedField}`}`}
              checked={fields.includes(fieldCode)}
              onChange={() => toggle(fieldCode)}
            />
          ))}
        </div>
      </fieldset>
      {fields.length === 0 ? (
        <EmptyState icon="search" title={text.choose} hint={text.chooseHint} />
      ) : (
        <RegisterBookView year={year} fields={fields} />
      )}
    </>
  );
}
