import { removeProgrammePart } from "#contract/programmes.ts";
import type { ProgrammePart } from "#domain/programme/programme-event.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import styles from "./programmes.module.css";
import { type ProgrammeChoices, type ProgrammeView, forgetProgrammes } from "./use-programmes.ts";

/** What each panel of a programme is given. */
export interface PanelProps {
  readonly view: ProgrammeView;
  readonly edits: boolean;
  /** Undefined until they are read: then nothing can be added yet. */
  readonly choices: ProgrammeChoices | undefined;
}

interface Props {
  readonly programme: ProgrammeView["programme"];
  readonly part: ProgrammePart;
  readonly partId: string;
  /** By what people know the part. */
  readonly name: string;
  readonly onChange: () => void;
}

/** Change and remove, for one part of a programme. */
export function PartActions({ programme, part, partId, name, onChange }: Props): ReactElement {
  const { programmes: text } = useText();
  const [removing, setRemoving] = useState(false);
  return (
    <span className={styles["actions"]}>
      <Button size="compact-sm" variant="default" aria-label={text.changeOf(name)} onClick={onChange}>
        {text.change}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={text.removeOf(name)}
        onClick={() => setRemoving(true)}
      >
        {text.remove}
      </Button>
      {removing && (
        <RemoveDialog
          programme={programme}
          part={part}
          partId={partId}
          name={name}
          onClose={() => setRemoving(false)}
        />
      )}
    </span>
  );
}

function RemoveDialog({
  programme,
  part,
  partId,
  name,
  onClose,
}: Omit<Props, "onChange"> & { readonly onClose: () => void }): ReactElement {
  const { programmes: text, common, mandates } = useText();
  const act = useAct(removeProgrammePart);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);

  async function remove(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === "") return;
    const body = { version: programme.version, part, partId, reason: reason.trim() };
    const result = await act.send({ params: { programmeId: programme.id }, body });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.removed });
    await forgetProgrammes();
  }

  return (
    <Dialog opened onClose={onClose} title={text.removeTitle(text.parts[part])}>
      <form className={styles["form"]} onSubmit={(event) => void remove(event)} noValidate>
        <p className={styles["flat"]} lang="vi">
          <strong>{name}</strong>
        </p>
        <p className={styles["flat"]}>{text.removeBody}</p>
        <Textarea
          label={mandates.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && reason.trim() === "" ? mandates.missing : undefined}
          maxLength={500}
          autosize
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group>
          <Button type="submit" loading={act.pending}>
            {text.remove}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** Decisions of a programme and its parts, each once. */
export function knownDecisions({ programme, phases, rules }: ProgrammeView) {
  const all = [programme, ...phases, ...rules].map(({ decision }) => decision);
  return [...new Map(all.map((decision) => [decision.id, decision])).values()];
}
