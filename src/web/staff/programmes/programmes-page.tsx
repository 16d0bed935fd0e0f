import { listProgrammes, type ProgrammeRow } from "#contract/programmes.ts";
import { Button, Tabs } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { useRowKeys } from "#web/ui/use-row-keys.ts";
import look from "#web/ui/rows.module.css";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { FreedView } from "./freed-view.tsx";
import { ProgrammeDialog } from "./programme-dialog.tsx";
import { decisionWords, periodWords, stateOn } from "./programme-words.ts";
import styles from "./programmes.module.css";
import { today } from "./use-programmes.ts";

/** The programmes of the province, and the staff that they freed. */
export function ProgrammesPage(): ReactElement {
  const { programmes: text } = useText();
  const [view, setView] = useState<string | null>("programmes");
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{text.title}</h1>
          <p className={styles["quiet"]}>{text.intro}</p>
        </div>
      </div>
      <Tabs value={view} onChange={setView} keepMounted={false}>
        <Tabs.List aria-label={text.title}>
          <Tabs.Tab value="programmes">{text.tabs.programmes}</Tabs.Tab>
          <Tabs.Tab value="freed">{text.tabs.freed}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="programmes" pt="sm">
          <ProgrammeList />
        </Tabs.Panel>
        <Tabs.Panel value="freed" pt="sm">
          <FreedView />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function ProgrammeList(): ReactElement {
  const { programmes: text } = useText();
  const edits = mayUse(useSession(), "programme.edit");
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const { data, problem, reload } = useRead(listProgrammes, {});
  return (
    <div className={styles["stack"]}>
      {edits && (
        <div>
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={6} />}
      {data?.programmes.length === 0 && (
        <EmptyState icon="flag" title={text.none} {...(edits && { hint: text.noneHint })} />
      )}
      {data && data.programmes.length > 0 && <Rows rows={data.programmes} />}
      {adding && (
        <ProgrammeDialog
          programme={null}
          onClose={() => setAdding(false)}
          onSaved={(programmeId) =>
            void navigate({ to: "/programmes/$programmeId", params: { programmeId } })
          }
        />
      )}
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly ProgrammeRow[] }): ReactElement {
  const text = useText();
  const keys = useRowKeys<HTMLOListElement>();
  const day = today();
  return (
    <ol {...keys} className={look["cards"]} aria-label={text.programmes.tabs.programmes}>
      {rows.map((row) => {
        const state = stateOn(row, day);
        return (
          <li key={row.id} className={look["card"]}>
            <div className={styles["row"]}>
              <Link
                to="/programmes/$programmeId"
                params={{ programmeId: row.id }}
                data-opener
                className={look["opener"]}
                lang="vi"
              >
                {row.title}
              </Link>
              <Mark tone={state.tone}>{text.programmes[state.key]}</Mark>
            </div>
            <p>
              {periodWords(row, text)} · {text.programmes.phasesCount(row.phases.length)}
            </p>
            <p className={styles["under"]} lang="vi">
              {decisionWords(row.decision, text)}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
