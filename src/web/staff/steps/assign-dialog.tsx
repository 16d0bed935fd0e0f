import type { DossierView } from "#contract/dossiers.ts";
import { type StepView, assignStep, listStepPeople } from "#contract/steps.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { isStale } from "../dossiers/act-outcome.ts";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import { NoteField } from "../dossiers/note-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import styles from "./steps-panel.module.css";

interface Props {
  readonly dossier: DossierView;
  readonly step: StepView;
  readonly onClose: () => void;
}

interface Person {
  readonly accountId: string;
  readonly name: string;
}

/** Gives a step to somebody of its role: found by typing, those with the least work first. */
export function AssignDialog({ dossier, step, onClose }: Props): ReactElement {
  const text = useText();
  const { assign } = text.steps;
  const act = useAct(assignStep);
  const [person, setPerson] = useState<Person | null>(null);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (person === null) return;
    const { dossierId, version } = dossier;
    const said = tidyText(note);
    const body = { version, accountId: person.accountId, ...(said === "" ? {} : { note: said }) };
    const result = await act.send({ params: { dossierId, key: step.key }, body });
    if (result?.ok) {
      onClose();
      showToast({ text: assign.done(person.name) });
    }
    if (result?.ok || isStale(result?.ok === false ? result.problem : null)) void forgetDossiers();
  }

  return (
    <Dialog opened onClose={onClose} title={assign.title(step.name)}>
      <form className={styles["form"]} onSubmit={(event) => void send(event)} noValidate>
        <PersonFinder
          dossierId={dossier.dossierId}
          step={step}
          chosen={person}
          onChoose={setPerson}
          problem={tried && person === null ? assign.missing : undefined}
        />
        <NoteField label={assign.note} hint={text.common.optional} value={note} onChange={setNote} />
        {act.problem && <ProblemNotice problem={act.problem} />}
        {isStale(act.problem) && <p className={styles["quiet"]}>{text.dossiers.acts.reloaded}</p>}
        <DialogActs>
          <Button type="submit" loading={act.pending}>
            {assign.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface FinderProps {
  readonly dossierId: string;
  readonly step: StepView;
  readonly chosen: Person | null;
  readonly onChoose: (person: Person | null) => void;
  readonly problem: string | undefined;
}

const TYPING_MS = 200;

function PersonFinder({ dossierId, step, chosen, onChoose, problem }: FinderProps): ReactElement {
  const { assign } = useText().steps;
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed, TYPING_MS);
  const params = { dossierId, key: step.key };
  // What stands in the field after a choice is the line of the person, not something to look for.
  const isChosen = chosen !== null && typed.includes(chosen.name);
  const query = asked.trim() === "" || isChosen ? {} : { q: asked.trim().slice(0, 200) };
  const { data, problem: failed } = useRead(listStepPeople, { params, query }, { keepPrevious: true });
  const people = (data?.people ?? []).filter(({ accountId }) => accountId !== step.holder?.accountId);
  return (
    <div>
      <Select
        label={assign.person}
        description={assign.personHint}
        placeholder={assign.pick}
        data={people.map(({ accountId, name, openSteps, isMe }) => {
          const line = assign.option(name, openSteps);
          return { value: accountId, label: isMe ? assign.meOption(line) : line };
        })}
        value={chosen?.accountId ?? null}
        onChange={(id) => onChoose(people.find(({ accountId }) => accountId === id) ?? null)}
        onSearchChange={setTyped}
        searchable
        selectFirstOptionOnChange
        filter={({ options }) => options}
        nothingFoundMessage={assign.none}
        error={problem}
        required
        data-autofocus
      />
      {failed && <ProblemNotice problem={failed} />}
    </div>
  );
}
