import { type Desk, listQueue } from "#contract/queue.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { call } from "../api.ts";
import { mayUse, useSession } from "../session/session.ts";
import { problemSentence } from "../shell/problem-notice.tsx";
import { FORM_OF_MOVE } from "../turns/issued-forms.ts";
import { DESK_OF_MOVE, desksOf } from "./desks.ts";
import { formLink } from "./file-link.ts";

/** What was just done, and the form that came of it. */
export interface DoneAct {
  readonly move: Move;
  readonly formIssueId: string | undefined;
}

interface Props {
  readonly done: DoneAct;
  readonly dossierId: string;
  /** The same person can bring this dossier on at once: that is the next step, and the next dossier comes after it. */
  readonly goesOn: boolean;
}

/** What was just done: the form to print, and the way to the next piece of work. */
export function NextStep({ done: { move, formIssueId }, dossierId, goesOn }: Props): ReactElement {
  const text = useText();
  const { roles } = useSession();
  const desk = DESK_OF_MOVE[move] ?? desksOf(roles)[0];
  // After taking a dossier the work on it begins: there is nowhere else to go yet.
  const leads = move !== "take" && desk !== undefined;
  const actions = (
    <>
      {formIssueId !== undefined && <PrintForm move={move} dossierId={dossierId} formIssueId={formIssueId} />}
      {leads && desk === "confirming" && <ToConfirmations />}
      {leads && desk !== "confirming" && (
        <ToNext desk={desk} move={move} dossierId={dossierId} second={goesOn || formIssueId !== undefined} />
      )}
    </>
  );
  return (
    <Notice
      tone="success"
      title={text.dossiers.acts.done[move]}
      {...(leads || formIssueId !== undefined ? { actions } : {})}
    >
      {formIssueId === undefined ? undefined : text.turns.printing.give}
    </Notice>
  );
}

function PrintForm({
  move,
  dossierId,
  formIssueId,
}: {
  readonly move: Move;
  readonly dossierId: string;
  readonly formIssueId: string;
}): ReactElement | null {
  const { turns } = useText();
  const form = FORM_OF_MOVE[move];
  if (form === undefined) return null;
  const label = turns.printing.print(turns.forms[form]);
  return (
    <Button
      component="a"
      size="compact-md"
      href={formLink(dossierId, formIssueId)}
      target="_blank"
      rel="noreferrer"
      leftSection={<Icon name="print" size={16} />}
      aria-label={`${label}, ${turns.printing.newTab}`}
    >
      {label}
    </Button>
  );
}

function ToConfirmations(): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const confirms = mayUse(useSession(), "dossier.confirm");
  return (
    <Button size="compact-md" onClick={() => void navigate({ to: confirms ? "/confirming" : "/awaited" })}>
      {text.dossiers.acts.toConfirmations}
    </Button>
  );
}

interface ToNextProps {
  readonly desk: Desk;
  readonly move: Move;
  readonly dossierId: string;
  /** Something else is to be done first: the way to the next dossier is the second thing. */
  readonly second: boolean;
}

function ToNext({ desk, move, dossierId, second }: ToNextProps): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const [looking, setLooking] = useState(false);

  async function openNext(): Promise<void> {
    setLooking(true);
    const result = await call(listQueue, { params: { desk }, query: {} });
    setLooking(false);
    if (!result.ok) return showToast({ text: problemSentence(result.problem, text).what });
    const next = result.value.dossiers.find((row) => row.dossierId !== dossierId);
    if (!next) return showToast({ text: text.dossiers.acts.noNext });
    return navigate({ to: "/dossiers/$dossierId", params: { dossierId: next.dossierId } });
  }

  return (
    <>
      <Button
        size="compact-md"
        variant={second ? "default" : "filled"}
        loading={looking}
        onClick={() => void openNext()}
      >
        {text.dossiers.acts.nextDossier}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        onClick={() => void navigate({ to: move === "returnResult" ? "/returning" : "/queue" })}
      >
        {text.dossiers.acts.toQueue}
      </Button>
    </>
  );
}
