import { deleteDraft, listDrafts } from "#contract/drafts.ts";
import { listGroups, receiveGroup } from "#contract/groups.ts";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { type AnswerOf, call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { useAct } from "../use-act.ts";
import { readKey } from "../use-read.ts";
import { contextOf } from "./check-context.ts";
import { groupInput } from "./group-checks.ts";
import { type GroupLine, type LineTexts, NO_TEXTS, filledRows } from "./group-line.ts";
import type { IntakeForm } from "./intake-form.ts";
import type { DraftSaving } from "./use-draft-saving.ts";
import { type Intake, focusFirstProblem } from "./use-intake.ts";
import { isSameDay } from "./use-receive.ts";

type GroupRowResult = AnswerOf<typeof receiveGroup>["rows"][number];

/** What the clerk is told after a group was sent: each row with its name and what came of it. */
export interface ReceivedGroup {
  readonly group: AnswerOf<typeof receiveGroup>["group"];
  readonly procedureName: string;
  readonly rows: readonly (GroupRowResult & { readonly name: string })[];
  readonly sameDay: boolean;
  /** The form with the refused rows alone, to put them right; null when none was refused. */
  readonly left: IntakeForm | null;
}

interface Options {
  readonly intake: Intake;
  readonly drafts: DraftSaving;
  readonly onReceived: (received: ReceivedGroup) => void;
}

/** Taking a whole group in: each row once, whatever is pressed twice or lost on the way. */
export function useReceiveGroup({ intake, drafts, onReceived }: Options) {
  const text = useText();
  const act = useAct(receiveGroup);
  const [asked, setAsked] = useState(false);

  async function submit(): Promise<void> {
    setAsked(true);
    intake.askAll();
    if (intake.problems.length > 0) {
      announce(text.intake.problemsLeft(intake.problems.length));
      requestAnimationFrame(() => focusFirstProblem(intake.problems));
      return;
    }
    await drafts.saver.flush();
    const { input } = intake.check(null);
    if (!input) return;
    const { form, view } = intake;
    const body = groupInput(form, input, contextOf(view, null).today);
    const result = await act.send({ body });
    if (!result?.ok) return;
    const { group, rows } = result.value;
    await drafts.saver.stop();
    const draftId = drafts.saver.draftId();
    if (draftId !== null && group !== null) await call(deleteDraft, { params: { draftId } });
    void queryClient.invalidateQueries({ queryKey: readKey(listDrafts) });
    void queryClient.invalidateQueries({ queryKey: readKey(listGroups) });
    onReceived({
      group,
      procedureName: view.content.name,
      rows: rows.map((row) => ({ ...row, name: nameOf(form, row.rowId) })),
      sameDay: isSameDay(intake),
      left: leftOf(form, rows),
    });
  }

  return { submit, asked, pending: act.pending, problem: act.problem };
}

/** Of other dossiers of the same person the form asks whether the row is meant all the same. */
const ASKED_ABOUT: readonly string[] = ["applicant_has_open", "applicant_twice"];

function leftOf(form: IntakeForm, rows: readonly GroupRowResult[]): IntakeForm | null {
  const refused = rows.filter(({ refusal }) => refusal !== null);
  const left = formOfLeft(form, new Set(refused.map(({ rowId }) => rowId)));
  const asked = refused
    .filter(({ refusal }) => ASKED_ABOUT.includes(refusal?.code ?? ""))
    .map(({ rowId }) => rowId);
  return left && { ...left, group: { ...left.group, asked } };
}

function nameOf(form: IntakeForm, rowId: string): string {
  const row = form.group.rows.find((one) => one.rowId === rowId);
  if (row) return row.name;
  return form.applicantKind === "person" ? form.person.name : form.organisation.name;
}

/** The same form with those rows only: when the first person was received, the next one takes the form's place. */
export function formOfLeft(form: IntakeForm, refused: ReadonlySet<string>): IntakeForm | null {
  if (refused.size === 0) return null;
  const { group } = form;
  const rows = filledRows(group).filter(({ rowId }) => refused.has(rowId));
  if (refused.has(group.firstRowId)) return { ...form, group: { ...group, rows: withOne(rows) } };
  const [first, ...rest] = rows;
  if (!first) return null;
  return {
    ...form,
    applicantKind: "person",
    besidesOpen: first.besidesOpen ?? false,
    person: { ...form.person, ...fieldsOf(first, form), sex: "", email: "" },
    group: { ...group, firstRowId: first.rowId, rows: withOne(rest) },
  };
}

/** A group that is left with one person is one still: an empty row keeps it open, and is not sent. */
function withOne(rows: readonly GroupLine[]): readonly GroupLine[] {
  return rows.length > 0 ? rows : [{ rowId: uuid(), ...NO_TEXTS }];
}

function fieldsOf(row: GroupLine, { person }: IntakeForm): LineTexts & { readonly communeCode: string } {
  const { rowId: _row, besidesOpen: _besides, address, ...texts } = row;
  const own = address.trim() !== "";
  return {
    ...texts,
    address: own ? address : person.address,
    communeCode: own ? "" : person.communeCode,
  };
}
