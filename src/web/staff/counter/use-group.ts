import { useState } from "react";
import { v7 as uuid } from "uuid";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import type { CardProblem } from "#domain/person/citizen-card.ts";
import { cardFields } from "./card-fields.ts";
import {
  type GroupFields,
  type GroupLine,
  type LineTexts,
  NO_GROUP,
  NO_TEXTS,
  isBlank,
} from "./group-line.ts";
import { pastedRows } from "./pasted-rows.ts";
import type { CardScan } from "./use-card-scan.ts";
import type { Intake } from "./use-intake.ts";

/** What the rows of a group can be done to. */
export interface GroupHands {
  readonly group: GroupFields;
  /** Adds an empty row at the end, and makes the group when there is none. */
  readonly add: () => void;
  readonly change: (rowId: string, patch: Partial<LineTexts> & Pick<GroupLine, "besidesOpen">) => void;
  readonly remove: (rowId: string) => void;
  readonly disband: () => void;
  readonly rename: (name: string) => void;
  /** Puts a copied table in at a row. */
  readonly paste: (rowId: string, text: string) => void;
  readonly scan: CardScan;
}

/** The rows of the form, with a way back from what takes typed words away. */
export function useGroup({ form, change }: Intake): GroupHands {
  const text = useText();
  const { group } = form;
  const put = (next: Partial<GroupFields>) => change({ group: { ...begun(group), ...next } });
  const undoable = (words: string) =>
    showToast({ text: words, action: { label: text.common.undo, run: () => change({ group }) } });

  function append(lines: readonly LineTexts[], at: number): void {
    const kept = group.rows.filter((row, index) => index < at || !isBlank(row));
    const added = lines.map((line) => ({ rowId: uuid(), ...line }));
    put({ rows: [...kept.slice(0, at), ...added, ...kept.slice(at)] });
  }

  return {
    group,
    add: () => put({ rows: [...group.rows, { rowId: uuid(), ...NO_TEXTS }] }),
    change: (rowId, patch) =>
      put({ rows: group.rows.map((row) => (row.rowId === rowId ? { ...row, ...patch } : row)) }),
    remove: (rowId) => {
      const gone = group.rows.find((row) => row.rowId === rowId);
      put({ rows: group.rows.filter((row) => row.rowId !== rowId) });
      if (gone && !isBlank(gone)) undoable(text.groups.removed);
    },
    disband: () => {
      change({ group: NO_GROUP });
      if (group.rows.some((row) => !isBlank(row))) undoable(text.groups.disbanded);
    },
    rename: (name) => put({ name }),
    paste: (rowId, copied) => {
      const people = pastedRows(copied);
      append(
        people,
        Math.max(
          0,
          group.rows.findIndex((row) => row.rowId === rowId),
        ),
      );
      announce(text.groups.pasted(people.length));
    },
    scan: useRowScan((line) => {
      append([line], group.rows.length);
      announce(text.groups.scanned(line.name));
    }),
  };
}

/** The ids of a group are made with its first row: what is sent twice is one group. */
function begun(group: GroupFields): GroupFields {
  return group.groupId === "" ? { ...group, groupId: uuid(), firstRowId: uuid() } : group;
}

/** A scanner types a card: it becomes a row of its own. */
function useRowScan(add: (line: LineTexts) => void): CardScan {
  const text = useText();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<CardProblem | null>(null);
  return {
    typed,
    setTyped,
    problem,
    read: () => {
      if (typed.trim() === "") return;
      const { fields, problem: found } = cardFields(typed);
      setProblem(found);
      setTyped("");
      if (found !== null) announce(text.party.card[found]);
      const { name = "", identityNumber = "", birthDate = "", address = "" } = fields;
      const line = { ...NO_TEXTS, name, identityNumber, birthDate, address };
      if (!isBlank(line)) add(line);
    },
    onKeyDownCapture: () => undefined,
  };
}
