import type { DossierView } from "#contract/dossiers.ts";
import { type StepView, finishStep } from "#contract/steps.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { ActFrame } from "../dossiers/act-frame.tsx";
import { settle } from "../dossiers/act-outcome.ts";
import { FileField } from "../dossiers/file-field.tsx";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import type { ShownPermit } from "../dossiers/permit-words.tsx";
import type { KeptFile } from "../dossiers/use-upload.ts";
import { useAct } from "../use-act.ts";

interface Props {
  readonly dossier: DossierView;
  readonly step: StepView;
  readonly permit: ShownPermit;
  readonly onClose: () => void;
}

/** Finishes a step with the papers that it yields; what it opened is said. */
export function FinishForm({ dossier, step, permit, onClose }: Props): ReactElement {
  const text = useText();
  const { finish } = text.steps;
  const act = useAct(finishStep);
  const [files, setFiles] = useState<Readonly<Record<string, KeptFile | null>>>({});
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const papers = step.yields.flatMap((name) => {
    const file = files[name];
    return file ? [{ name, fileId: file.fileId }] : [];
  });

  async function send(): Promise<void> {
    setTried(true);
    if (papers.length < step.yields.length) return;
    const { dossierId, version } = dossier;
    const said = tidyText(note);
    const body = { version, papers, ...(said === "" ? {} : { note: said }) };
    const result = await act.send({ params: { dossierId, key: step.key }, body });
    settle(result, () => {
      const opened = result?.ok ? result.value.opened : [];
      showToast({ text: opened.length === 0 ? finish.done : finish.opened(opened.join("; ")) });
      onClose();
      void forgetDossiers();
    });
  }

  return (
    <ActFrame
      label={finish.title(step.name)}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={finish.submit}
      onSubmit={() => void send()}
      onCancel={onClose}
    >
      {step.yields.map((name) => (
        <FileField
          key={name}
          dossierId={dossier.dossierId}
          purpose="stepPaper"
          label={name}
          value={files[name] ?? null}
          onChange={(file) => setFiles((now) => ({ ...now, [name]: file }))}
          problem={tried && !files[name] ? finish.paperMissing : undefined}
        />
      ))}
      <NoteField value={note} onChange={setNote} autoFocus={step.yields.length === 0} />
    </ActFrame>
  );
}
