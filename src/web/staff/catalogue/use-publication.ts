import { publishVersion, readReviewedProcedure, readReviewedVersion } from "#contract/catalogue-review.ts";
import { earliestFirstDay, proposedFirstDay } from "#domain/catalogue/first-day.ts";
import type { VersionChange } from "#domain/catalogue/version-changes.ts";
import { type PlainDate, parsePlainDate, plainDate } from "#domain/shared/plain-date.ts";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { type CallProblem, call } from "../api.ts";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { forgetCatalogue } from "./forget-catalogue.ts";
import { type MendPlace, dropMendDraft } from "./mend-draft.ts";
import { mendingOf } from "./mend-form.ts";
import type { ReviewedProcedure } from "./procedure-page.tsx";
import type { Mending } from "./use-mend-form.ts";
import type { ReviewedVersion } from "./version-content.tsx";

/** What the editor says about a publication beside its content. */
export interface Statement {
  readonly validFrom: string;
  readonly reason: string;
  readonly source: string;
}

export interface Publication {
  readonly code: string;
  readonly statement: Statement;
  readonly say: (change: Partial<Statement>) => void;
  readonly earliest: PlainDate;
  /** First day of the version that this one is compared with and replaces. */
  readonly newestFrom: string;
  /** The differences to the newest version that the editor saw; null while it is read, or the form has problems. */
  readonly changes: readonly VersionChange[] | null;
  /** True after the editor chose to go on over somebody else's newer version. */
  readonly overNewer: boolean;
  readonly goOnOverNewer: () => Promise<void>;
  /** Called when the dialog is opened: an earlier refusal is forgotten. */
  readonly begin: () => void;
  readonly send: () => Promise<void>;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  readonly published: () => boolean;
}

interface Given {
  readonly procedure: ReviewedProcedure;
  readonly base: ReviewedVersion;
  readonly openedOn: string;
  readonly mending: Mending;
  readonly place: MendPlace;
}

/** Publishing a mended version: against the newest that the editor saw, and never over one that was not seen. */
export function usePublication({ procedure: opened, base, openedOn, mending, place }: Given): Publication {
  const { catalogue: text, dates } = useText();
  const navigate = useNavigate();
  const act = useAct(publishVersion);
  const done = useRef(false);
  const [seen, setSeen] = useState({ procedure: opened, newestId: openedOn });
  const { procedure, newestId } = seen;
  const { code } = procedure;
  const newest = useRead(readReviewedVersion, { params: { code, versionId: newestId } });
  const newestFrom = plainDate(
    procedure.versions.find(({ versionId }) => versionId === newestId)?.validFrom ?? procedure.today,
  );
  const today = plainDate(procedure.today);
  const earliest = earliestFirstDay(today, newestFrom);
  const [statement, setStatement] = useState<Statement>({
    validFrom: proposedFirstDay(today, newestFrom),
    reason: "",
    source: "",
  });

  async function goOnOverNewer(): Promise<void> {
    const read = await call(readReviewedProcedure, { params: { code } });
    if (!read.ok) return;
    const next = plainDate(
      read.value.versions.find(({ versionId }) => versionId === read.value.newestId)?.validFrom ??
        read.value.today,
    );
    setSeen({ procedure: read.value, newestId: read.value.newestId });
    setStatement((now) => ({ ...now, validFrom: proposedFirstDay(plainDate(read.value.today), next) }));
    act.clearProblem();
  }

  async function send(): Promise<void> {
    const { validFrom, reason, source } = statement;
    const result = await act.send({
      params: { code },
      body: {
        seenVersionId: newestId,
        basedOnVersionId: base.versionId,
        mending: mendingOf(mending.form),
        validFrom,
        reason,
        ...(source.trim() !== "" && { source: source.trim() }),
      },
    });
    if (!result?.ok) return;
    done.current = true;
    dropMendDraft(place);
    showToast({ text: text.published(dates.shortDay(validFrom)) });
    await forgetCatalogue();
    await navigate({ to: "/catalogue/$code", params: { code } });
  }

  return {
    code,
    statement,
    say: (change) => setStatement((now) => ({ ...now, ...change })),
    earliest,
    newestFrom,
    changes: newest.data ? mending.changesTo(newest.data.content, statement.source) : null,
    overNewer: newestId !== openedOn,
    goOnOverNewer,
    begin: act.clearProblem,
    send,
    pending: act.pending,
    problem: act.problem ?? newest.problem,
    published: () => done.current,
  };
}

/** What is missing of a statement before it can be sent. */
export function statementProblems(
  { validFrom, reason }: Statement,
  earliest: PlainDate,
): { readonly day: boolean; readonly reason: boolean } {
  const day = parsePlainDate(validFrom);
  return { day: day === undefined || day < earliest, reason: reason.trim() === "" };
}
