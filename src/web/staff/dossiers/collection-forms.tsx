import { chooseCollection, takeOverResult } from "#contract/collection.ts";
import { findIntakePlaces } from "#contract/intake.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { ActFrame } from "./act-frame.tsx";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import { NoteField } from "./note-field.tsx";

/** The citizen wants to fetch the result at another unit of the province. */
export function ChooseCollectionForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const { groups, lists } = useText();
  const act = useAct(chooseCollection);
  const places = useRead(findIntakePlaces, { params: { code: dossier.procedureCode }, query: {} });
  const [unitId, setUnitId] = useState("");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  async function send(): Promise<void> {
    setTried(true);
    if (unitId === "") return;
    const { dossierId, version } = dossier;
    settle(await act.send({ params: { dossierId }, body: { version, unitId, ...noteOf(note) } }), onDone);
  }
  const { collectionUnitId } = dossier.rightSubject;
  return (
    <ActFrame
      label={lists.moves.chooseCollection}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={lists.moves.chooseCollection}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {places.problem && <ProblemNotice problem={places.problem} onRetry={places.reload} />}
      <SearchSelect
        label={groups.collectedAt}
        hint={groups.collectedAtChange(dossier.units.collectedAt ?? dossier.units.receivedAt)}
        options={(places.data?.units ?? [])
          .filter((unit) => unit.unitId !== collectionUnitId)
          .map((unit) => ({ value: unit.unitId, label: unit.name }))}
        placeholder={groups.placesChoose}
        value={unitId}
        onChange={setUnitId}
        problem={tried && unitId === "" ? groups.collectedAtMissing : undefined}
        nothingFound={groups.placesNothing}
      />
      <NoteField value={note} onChange={setNote} />
    </ActFrame>
  );
}

/** The paper has come: this unit answers for it, and returns it. */
export function TakeOverForm({ dossier, permit, onDone, onCancel }: ActFormProps): ReactElement {
  const { groups, lists } = useText();
  const act = useAct(takeOverResult);
  const [note, setNote] = useState("");
  async function send(): Promise<void> {
    const { dossierId, version } = dossier;
    settle(await act.send({ params: { dossierId }, body: { version, ...noteOf(note) } }), onDone);
  }
  const { resultStillAt } = dossier.units;
  return (
    <ActFrame
      label={lists.moves.takeOverResult}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={groups.takeOverSubmit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      {resultStillAt !== null && <p>{groups.takeOverHint(resultStillAt)}</p>}
      <NoteField value={note} onChange={setNote} />
    </ActFrame>
  );
}

function noteOf(note: string): { note?: string } {
  const tidy = tidyText(note);
  return tidy === "" ? {} : { note: tidy };
}
