import type { receiveDossier } from "#contract/intake.ts";
import { VisuallyHidden } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import type { AnswerOf } from "../api.ts";
import { useSession } from "../session/session.ts";
import { ChoosePage } from "./choose-page.tsx";
import { FillPage } from "./fill-page.tsx";
import { GroupResult } from "./group-result.tsx";
import type { OpenedDraft } from "./use-draft-saving.ts";
import type { IntakeForm } from "./intake-form.ts";
import { LodgedPanel } from "./lodged-panel.tsx";
import { ReceivedPanel } from "./received-panel.tsx";
import type { Lodged } from "./use-lodge.ts";
import type { ReceivedGroup } from "./use-receive-group.ts";

/** With which procedure, and from which draft, a form begins. */
export interface IntakeStart {
  readonly procedureCode: string;
  readonly draft: (OpenedDraft & { readonly form: IntakeForm; readonly whole: boolean }) | null;
  /** What is left of a group, to be put right; then there is no draft yet. */
  readonly form?: IntakeForm;
}

/** What the clerk is told after a dossier was received. */
export interface Received {
  readonly answer: AnswerOf<typeof receiveDossier>;
  readonly procedureName: string;
  /** True when an earlier sending counted, whose answer was lost: later corrections are not in it. */
  readonly earlier: boolean;
  /** The result comes the same day: nobody needs Mẫu 01 unless it is asked for (NĐ 61/2018/NĐ-CP Điều 17.4). */
  readonly sameDay: boolean;
}

type Stage =
  | { readonly kind: "choosing" }
  | { readonly kind: "filling"; readonly turn: number; readonly start: IntakeStart }
  | { readonly kind: "received"; readonly received: Received }
  | { readonly kind: "group"; readonly received: ReceivedGroup }
  | { readonly kind: "lodged"; readonly lodged: Lodged };

/** The counter: a procedure is found, the form is filled, the dossier is received; then the next person. */
export function CounterPage(): ReactElement {
  const text = useText();
  const session = useSession();
  const [stage, setStage] = useState<Stage>({ kind: "choosing" });
  const [turn, setTurn] = useState(1);

  function begin(start: IntakeStart): void {
    setTurn(turn + 1);
    setStage({ kind: "filling", turn, start });
  }

  return (
    <>
      <VisuallyHidden component="h1">{text.intake.title}</VisuallyHidden>
      {stage.kind === "choosing" && session.counter === null && (
        <Notice tone="warning" title={text.intake.noCounter}>
          {text.intake.noCounterHint}
        </Notice>
      )}
      {session.counterClosed && (
        <Notice tone="warning" live title={text.session.counterClosed}>
          {text.session.counterClosedHint}
        </Notice>
      )}
      {stage.kind === "choosing" && <ChoosePage onBegin={begin} />}
      {stage.kind === "filling" && (
        <FillPage
          key={stage.turn}
          start={stage.start}
          onLeave={() => setStage({ kind: "choosing" })}
          onOpenDraft={begin}
          onReceived={(received) => setStage({ kind: "received", received })}
          onGroup={(received) => setStage({ kind: "group", received })}
          onLodged={(lodged) => setStage({ kind: "lodged", lodged })}
        />
      )}
      {stage.kind === "received" && (
        <ReceivedPanel received={stage.received} onNext={() => setStage({ kind: "choosing" })} />
      )}
      {stage.kind === "group" && (
        <GroupResult
          received={stage.received}
          onNext={() => setStage({ kind: "choosing" })}
          onMend={(form) => begin({ procedureCode: form.procedureCode, draft: null, form })}
        />
      )}
      {stage.kind === "lodged" && (
        <LodgedPanel lodged={stage.lodged} onNext={() => setStage({ kind: "choosing" })} />
      )}
    </>
  );
}
