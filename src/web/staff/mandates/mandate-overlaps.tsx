import { TASKS } from "#domain/mandate/mandate.ts";
import type { OverlapKind } from "#domain/mandate/compare-mandates.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import type { Tone } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { MandateView } from "./mandate-page.tsx";
import { periodWords, taskWords } from "./mandate-words.ts";
import styles from "./mandates.module.css";

const TONES: Readonly<Record<OverlapKind, Tone | "quiet">> = {
  contradiction: "error",
  shared: "info",
  twice: "quiet",
};

/** What a mandate touches, as the server orders it: contradictions first. */
export function MandateOverlaps({ view }: { readonly view: MandateView }): ReactElement {
  const { page } = useText().mandates;
  return (
    <Panel id="overlaps" title={page.overlaps}>
      {view.overlaps.length === 0 ? (
        <p className={styles["quiet"]}>{page.overlapsNone}</p>
      ) : (
        <ul className={styles["overlaps"]}>
          {view.overlaps.map((overlap) => (
            <li key={`${overlap.mandateId} ${overlap.kind}`} data-kind={overlap.kind}>
              <OverlapWords overlap={overlap} fields={view.mandate.fields} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface Props {
  readonly overlap: MandateView["overlaps"][number];
  /** The mandate's own fields: what two share is among them. */
  readonly fields: MandateView["mandate"]["fields"];
}

function OverlapWords({ overlap, fields }: Props): ReactElement {
  const text = useText();
  const { overlapKinds, page } = text.mandates;
  const { kind, mandateId, tasks, fieldCodes, procedureCodes, from, to } = overlap;
  const named = fieldCodes.map((code) => fields.find(({ id }) => id === code)?.name ?? code);
  return (
    <>
      <div className={styles["row"]}>
        <Mark tone={TONES[kind]} icon={kind === "contradiction" ? "error" : "info"}>
          {overlapKinds[kind].name}
        </Mark>
        <Link to="/mandates/$mandateId" params={{ mandateId }} className={styles["back"]}>
          {page.overlapOpen}
        </Link>
      </div>
      <p>{overlapKinds[kind].means}</p>
      <p className={styles["quiet"]} lang="vi">
        {taskWords(
          TASKS.filter((task) => tasks.includes(task)),
          text,
        )}
        {" · "}
        {[...named, ...procedureCodes].join(", ")}
        {" · "}
        {periodWords({ validFrom: from, validTo: to }, text)}
      </p>
    </>
  );
}
