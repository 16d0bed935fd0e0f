import { type Desk, listQueue } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-state.ts";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { call } from "../api.ts";
import { mayUse, useSession } from "../session/session.ts";
import { problemSentence } from "../shell/problem-notice.tsx";
import { DESK_OF_MOVE } from "./desks.ts";

interface Props {
  readonly move: Move;
  readonly dossierId: string;
}

/** What was just done, and the way to the next piece of work. */
export function NextStep({ move, dossierId }: Props): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const [looking, setLooking] = useState(false);
  const confirms = mayUse(useSession(), "dossier.confirm");
  const desk = DESK_OF_MOVE[move];
  if (desk === null) {
    const back = (
      <Button size="compact-md" onClick={() => void navigate({ to: confirms ? "/confirming" : "/awaited" })}>
        {text.dossiers.acts.toConfirmations}
      </Button>
    );
    return <Notice tone="success" title={text.dossiers.acts.done[move]} actions={back} />;
  }

  async function openNext(of: Desk): Promise<void> {
    setLooking(true);
    const result = await call(listQueue, { params: { desk: of }, query: {} });
    setLooking(false);
    if (!result.ok) return showToast({ text: problemSentence(result.problem, text).what });
    const next = result.value.dossiers.find((row) => row.dossierId !== dossierId);
    if (!next) return showToast({ text: text.dossiers.acts.noNext });
    return navigate({ to: "/dossiers/$dossierId", params: { dossierId: next.dossierId } });
  }

  const actions = (
    <>
      <Button size="compact-md" loading={looking} onClick={() => void openNext(desk)}>
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
  // After taking a dossier the work on it begins: there is nowhere else to go yet.
  return (
    <Notice tone="success" title={text.dossiers.acts.done[move]} {...(move === "take" ? {} : { actions })} />
  );
}
