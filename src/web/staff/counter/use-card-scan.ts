import type { CardProblem } from "#domain/person/citizen-card.ts";
import { type KeyboardEvent, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { cardFields, looksLikeScan } from "./card-fields.ts";
import type { PersonFields } from "./intake-form.ts";
import type { Intake } from "./use-intake.ts";

export interface CardScan {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly problem: CardProblem | null;
  readonly read: () => void;
  /** Set around the person's fields: a scan that lands in one of them is taken for what it is. */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
}

/** Fills a person of the form from the QR code of a card, as a USB scanner types it. */
export function useCardScan(intake: Intake, who: "person" | "submitter"): CardScan {
  const text = useText();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<CardProblem | null>(null);

  function take(scanned: string, before: PersonFields): void {
    const card = cardFields(scanned);
    setProblem(card.problem);
    setTyped("");
    if (card.problem !== null) announce(text.party.card[card.problem]);
    if (Object.keys(card.fields).length === 0) return;
    intake.changePerson(who, { ...before, ...card.fields });
    const said = text.intake.scanFilled(card.fields.name ?? card.fields.identityNumber ?? "");
    const overwrites = Object.values(before).some((value) => value !== "");
    const undo = { label: text.intake.scanUndo, run: () => intake.changePerson(who, before) };
    if (overwrites) showToast({ text: said, action: undo });
    else announce(said);
  }

  function onKeyDownCapture(event: KeyboardEvent): void {
    const { target } = event;
    if ((event.key !== "Enter" && event.key !== "Tab") || !(target instanceof HTMLInputElement)) return;
    const place = target.dataset["field"];
    if (place === undefined || !looksLikeScan(target.value)) return;
    event.preventDefault();
    event.stopPropagation();
    take(target.value, withoutScan(intake.form[who]));
  }

  return {
    typed,
    setTyped,
    problem,
    read: () => {
      if (typed.trim() !== "") take(typed, intake.form[who]);
    },
    onKeyDownCapture,
  };
}

/** The fields as they were before a scan was typed into one of them. */
function withoutScan(fields: PersonFields): PersonFields {
  const without = (value: string) => (looksLikeScan(value) ? "" : value);
  const { name, identityNumber, birthDate, sex, address, communeCode, phone, email } = fields;
  return {
    name: without(name),
    identityNumber: without(identityNumber),
    birthDate: without(birthDate),
    sex,
    address: without(address),
    communeCode,
    phone: without(phone),
    email: without(email),
  };
}
