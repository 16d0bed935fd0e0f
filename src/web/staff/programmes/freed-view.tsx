import { listProgrammeChoices } from "#contract/programmes.ts";
import { exportStaffFreed, listStaffFreed, type StaffFreedRow } from "#contract/staff-freed.ts";
import { API_PREFIX } from "#contract/route.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { type AnswerOf, call } from "../api.ts";
import { requestOf } from "../api-request.ts";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey, useRead } from "../use-read.ts";
import { FreedDialog } from "./freed-dialog.tsx";
import { FreedRows } from "./freed-rows.tsx";
import styles from "./programmes.module.css";
import type { ProgrammeChoices } from "./use-programmes.ts";

/** Staff freed: the sums first, then line by line, of all or of one phase. */
export function FreedView(): ReactElement {
  const { programmes } = useText();
  const text = programmes.freed;
  const edits = mayUse(useSession(), "programme.edit");
  const [phaseId, setPhaseId] = useState("");
  const [adding, setAdding] = useState(false);
  const choices = useRead(listProgrammeChoices, {});
  const filter = phaseId === "" ? {} : { phaseId };
  return (
    <div className={styles["stack"]}>
      <p className={styles["quiet"]}>{text.intro}</p>
      <div className={`${styles["row"]} no-print`}>
        {edits && (
          <Button
            leftSection={<Icon name="plus" size={16} />}
            disabled={!choices.data}
            onClick={() => setAdding(true)}
          >
            {text.add}
          </Button>
        )}
        <Button
          component="a"
          variant="default"
          href={API_PREFIX + requestOf(exportStaffFreed, { query: filter }, "").url}
          download
        >
          {text.csv}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => window.print()}
        >
          {text.print}
        </Button>
      </div>
      {choices.data && choices.data.phases.length > 0 && (
        <PhaseFilter choices={choices.data} value={phaseId} onChange={setPhaseId} />
      )}
      <Found filter={filter} edits={edits} />
      {adding && choices.data && <FreedDialog choices={choices.data} onClose={() => setAdding(false)} />}
    </div>
  );
}

interface FilterProps {
  readonly choices: ProgrammeChoices;
  readonly value: string;
  readonly onChange: (phaseId: string) => void;
}

function PhaseFilter({ choices, value, onChange }: FilterProps): ReactElement {
  const { programmes, mandates } = useText();
  return (
    <SearchSelect
      label={programmes.freed.choosePhase}
      placeholder={programmes.freed.all}
      options={choices.phases.map(({ id, name, programme }) => ({
        value: id,
        label: programmes.mandate.phaseLine(name, programme),
      }))}
      value={value}
      onChange={onChange}
      nothingFound={mandates.form.nothingFound}
    />
  );
}

interface FoundProps {
  readonly filter: { readonly phaseId?: string };
  readonly edits: boolean;
}

function Found({ filter, edits }: FoundProps): ReactElement {
  const text = useText();
  const list = usePages({
    key: readKey(listStaffFreed, filter),
    read: (after) => call(listStaffFreed, { query: after === null ? filter : { ...filter, after } }),
    keepPrevious: true,
  });
  if (list.pages === undefined)
    return list.problem ? (
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
    ) : (
      <LoadingLines lines={6} />
    );
  const rows: readonly StaffFreedRow[] = list.pages.flatMap((page) => page.rows);
  const sums = list.pages[0]?.sums;
  if (rows.length === 0)
    return (
      <EmptyState
        icon="person"
        title={text.programmes.freed.none}
        {...(edits && { hint: text.programmes.freed.noneHint })}
      />
    );
  return (
    <>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {sums && <Sums sums={sums} />}
      <FreedRows rows={rows} edits={edits} />
      {list.hasMore && (
        <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}

function Sums({ sums }: { readonly sums: AnswerOf<typeof listStaffFreed>["sums"] }): ReactElement {
  const { programmes } = useText();
  const text = programmes.freed;
  return (
    <Panel id="freed-sums" title={text.sum(sums.persons)}>
      {sums.persons > 0 && (
        <div className={styles["sums"]}>
          <SumTable
            caption={text.byPhase}
            rows={sums.byPhase.map(({ phaseId, label, persons }) => ({
              key: phaseId ?? "",
              name: phaseId === null ? text.noPhase : programmes.timeline.phase(label),
              persons,
            }))}
          />
          <SumTable
            caption={text.byYear}
            rows={sums.byYear.map(({ year, persons }) => ({
              key: String(year),
              name: String(year),
              persons,
            }))}
          />
        </div>
      )}
    </Panel>
  );
}

interface SumTableProps {
  readonly caption: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly persons: number }[];
}

function SumTable({ caption, rows }: SumTableProps): ReactElement {
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ key, name, persons }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{persons}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
