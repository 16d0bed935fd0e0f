import type { VersionRow } from "#contract/catalogue-review.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import type { Tone } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import styles from "./catalogue.module.css";
import type { ReviewedProcedure } from "./procedure-page.tsx";
import layout from "./procedure-page.module.css";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

interface Props {
  readonly procedure: ReviewedProcedure;
  readonly chosen: string;
  readonly onChoose: (versionId: string) => void;
}

/** The versions in a line of time, the newest on top: from when to when, from where, who published it and why. */
export function VersionTimeline({ procedure, chosen, onChoose }: Props): ReactElement {
  const text = useText().catalogue;
  return (
    <Panel id="versions" title={text.versionsTitle}>
      <ol className={layout["timeline"]}>
        {procedure.versions.map((version) => (
          <li key={version.versionId} data-chosen={version.versionId === chosen}>
            <Version
              procedure={procedure}
              version={version}
              chosen={version.versionId === chosen}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface VersionProps {
  readonly procedure: ReviewedProcedure;
  readonly version: VersionRow;
  readonly chosen: boolean;
  readonly onChoose: (versionId: string) => void;
}

function Version({ procedure, version, chosen, onChoose }: VersionProps): ReactElement {
  const { catalogue: text, dates } = useText();
  const { validFrom, validTo, withdrawnAt } = version;
  const state = stateOf(version, procedure);
  const from = dates.shortDay(validFrom);
  return (
    <>
      <button
        type="button"
        className={layout["version"]}
        aria-pressed={chosen}
        aria-label={`${text.showVersion(from)}: ${text.states[state]}`}
        onClick={() => onChoose(version.versionId)}
      >
        {validTo === null || withdrawnAt !== null
          ? text.versionFrom(from)
          : text.versionSpan(from, dates.shortDay(validTo))}
      </button>
      <div className={styles["row"]}>
        <Mark tone={TONES[state]}>{text.states[state]}</Mark>
        {version.openWarnings > 0 && (
          <Mark tone="warning" icon="warning">
            {text.warnings(version.openWarnings)}
          </Mark>
        )}
      </div>
      <VersionNotes version={version} />
      <VersionActs procedure={procedure} version={version} state={state} />
    </>
  );
}

function VersionNotes({ version }: { readonly version: VersionRow }): ReactElement {
  const { catalogue: text, dates } = useText();
  const { origin, publishedBy, publishedAt, reason, withdrawnAt } = version;
  return (
    <>
      <p className={layout["note"]}>{text.origins[origin]}</p>
      {publishedAt !== null && (
        <p className={layout["note"]}>
          {publishedBy === null
            ? dates.shortMoment(publishedAt)
            : text.publishedByAt(publishedBy, dates.shortMoment(publishedAt))}
        </p>
      )}
      {reason !== null && <p className={layout["note"]}>{text.reasonLine(reason)}</p>}
      {withdrawnAt !== null && (
        <p className={layout["note"]}>{text.withdrawnAt(dates.shortMoment(withdrawnAt))}</p>
      )}
    </>
  );
}

interface ActsProps {
  readonly procedure: ReviewedProcedure;
  readonly version: VersionRow;
  readonly state: State;
}

function VersionActs({ procedure, version, state }: ActsProps): ReactElement | null {
  const { catalogue: text, dates } = useText();
  const [withdrawing, setWithdrawing] = useState(false);
  const { versionId } = version;
  const newest = versionId === procedure.newestId;
  const from = dates.shortDay(version.validFrom);
  const alone = procedure.versions.filter(({ withdrawnAt }) => withdrawnAt === null).length === 1;
  if (!newest) {
    return (
      <Button
        renderRoot={(props) => (
          <Link
            to="/catalogue/$code/restore/$versionId"
            params={{ code: procedure.code, versionId }}
            {...props}
          />
        )}
        size="compact-sm"
        variant="default"
        mt={6}
        aria-label={`${text.restore}: ${text.versionFrom(from)}`}
      >
        {text.restore}
      </Button>
    );
  }
  if (state !== "coming" || alone || version.origin === "shipped") return null;
  return (
    <>
      <Button size="compact-sm" variant="default" mt={6} onClick={() => setWithdrawing(true)}>
        {text.withdraw}
      </Button>
      <WithdrawDialog
        code={procedure.code}
        version={version}
        opened={withdrawing}
        onClose={() => setWithdrawing(false)}
      />
    </>
  );
}

type State = "inForce" | "coming" | "ended" | "withdrawn";

const TONES: Readonly<Record<State, Tone | "quiet">> = {
  inForce: "success",
  coming: "info",
  ended: "quiet",
  withdrawn: "quiet",
};

function stateOf(version: VersionRow, { inForceId, today }: ReviewedProcedure): State {
  if (version.withdrawnAt !== null) return "withdrawn";
  if (version.versionId === inForceId) return "inForce";
  return version.validFrom > today ? "coming" : "ended";
}
