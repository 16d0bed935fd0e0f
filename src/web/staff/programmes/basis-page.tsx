import { readBasis } from "#contract/basis.ts";
import { DOSSIER_EVENT_TYPES } from "#domain/dossier/dossier-event.ts";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Facts } from "#web/ui/facts.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { AssignmentPanel, HandOverPanel, MandatePanels, OfficePanel } from "./basis-panels.tsx";
import styles from "./programmes.module.css";

export type BasisView = AnswerOf<typeof readBasis>;

const route = getRouteApi("/basis/$dossierId/$seq");

/** By virtue of what: from an act down to the scans of the decisions that it rests on. */
export function BasisPage(): ReactElement {
  const { basis } = useText().programmes;
  const { dossierId, seq } = route.useParams();
  const { data, problem, reload } = useRead(readBasis, { params: { dossierId, seq } });
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <h1>{basis.title}</h1>
      </div>
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {!data && !problem && <LoadingLines lines={10} />}
      {data && <Chain view={data} dossierId={dossierId} />}
    </div>
  );
}

interface ChainProps {
  readonly view: BasisView;
  readonly dossierId: string;
}

function Chain({ view, dossierId }: ChainProps): ReactElement {
  const { basis: text } = useText().programmes;
  const { mandate, assignment, office, handOver } = view;
  return (
    <ol className={styles["chain"]}>
      <li>
        <ActPanel view={view} dossierId={dossierId} />
      </li>
      {handOver && (
        <li>
          <HandOverPanel handOver={handOver} dossierId={dossierId} seq={view.act.seq} />
        </li>
      )}
      {mandate && <MandatePanels mandate={mandate} dossierId={dossierId} seq={view.act.seq} />}
      {assignment && (
        <li>
          <AssignmentPanel assignment={assignment} />
        </li>
      )}
      {office && (
        <li>
          <OfficePanel office={office} />
        </li>
      )}
      {!mandate && !assignment && !office && (
        <li>
          <Panel title={text.mandate}>
            <p>{text.other}</p>
          </Panel>
        </li>
      )}
    </ol>
  );
}

function ActPanel({ view, dossierId }: ChainProps): ReactElement {
  const text = useText();
  const { basis: words } = text.programmes;
  const { act } = view;
  const known = DOSSIER_EVENT_TYPES.find((one) => one === act.type);
  return (
    <Panel id="act" title={words.act}>
      <Facts
        facts={[
          { label: words.what, value: known === undefined ? act.type : text.lists.events[known] },
          {
            label: words.dossier,
            value: (
              <>
                <Link to="/dossiers/$dossierId" params={{ dossierId }} className={styles["back"]}>
                  {act.code}
                </Link>{" "}
                <span lang="vi">{act.procedure}</span>
              </>
            ),
          },
          { label: words.who, value: <span lang="vi">{act.by}</span> },
          { label: words.when, value: <time dateTime={act.at}>{text.dates.moment(act.at)}</time> },
          ...(act.place === null ? [] : [{ label: words.where, value: <span lang="vi">{act.place}</span> }]),
          { label: words.training, value: <Training view={view} text={text} /> },
        ]}
      />
    </Panel>
  );
}

/** The training of whoever acted, on that day; civil servants need none. */
function Training({ view, text }: { readonly view: BasisView; readonly text: Words }): ReactElement {
  const { basis: words } = text.programmes;
  const { period } = text.mandates;
  if (view.accreditations.length === 0) return <>{view.office ? words.state : words.trainingNone}</>;
  return (
    <>
      {view.accreditations.map(({ field, heldOn, validTo }) => (
        <p key={`${field} ${heldOn}`} className={styles["flat"]} lang="vi">
          {words.trainingLine(
            field,
            text.dates.shortDay(heldOn),
            validTo === null ? period.openEnd : period.until(text.dates.shortDay(validTo)),
          )}
        </p>
      ))}
    </>
  );
}
