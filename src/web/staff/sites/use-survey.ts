import { type ChecklistView, recordSurvey } from "#contract/sites.ts";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { v4 as uuid } from "uuid";
import { serverNow } from "../server-clock.ts";
import { useAct } from "../use-act.ts";
import type { SiteView } from "./site-page.tsx";
import {
  type AnswerDraft,
  type FindingDraft,
  type SurveyDraft,
  dropSurveyDraft,
  keepSurveyDraft,
  readSurveyDraft,
} from "./survey-draft.ts";
import { startFinding, startSurvey, surveyBody, surveyProblems } from "./survey-form.ts";
import { type KeptPhoto, usePhotos } from "./use-photos.ts";
import { forgetSites } from "./use-sites.ts";

/** A survey that is being made: kept in the tab with every change, its photos sent as they are taken. */
export function useSurvey(view: SiteView, checklist: ChecklistView) {
  const text = useText();
  const navigate = useNavigate();
  const act = useAct(recordSurvey);
  const { id: siteId } = view.site;
  const today = localTime(serverNow()).day;
  const [kept] = useState(() => readSurveyDraft(siteId, checklist.version));
  const [draft, setDraft] = useState<SurveyDraft>(() => kept ?? startSurvey(checklist, today));
  const [members, setMembers] = useState("");
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (!sent) keepSurveyDraft(siteId, draft);
  }, [siteId, draft, sent]);
  const queue = usePhotos((owner, photo) => setDraft((now) => withPhoto(now, owner, photo)));
  const problems = surveyProblems(draft, { today, point: periodOf(view), checklist }, text);

  async function send(): Promise<void> {
    setAsked(true);
    if (problems.count > 0) return;
    const result = await act.send({ params: { siteId }, body: surveyBody(draft, members) });
    if (!result?.ok) return;
    setSent(true);
    dropSurveyDraft(siteId);
    showToast({ text: text.sites.survey.sent });
    await forgetSites();
    await navigate({ to: "/surveys/$surveyId", params: { surveyId: result.value.surveyId } });
  }

  return {
    draft,
    members,
    setMembers,
    queue,
    send,
    asked,
    problems,
    pending: act.pending,
    problem: act.problem,
    /** A draft was found on this device. */
    resumed: kept !== null,
    restart: () => setDraft(startSurvey(checklist, today)),
    change: (changes: Partial<SurveyDraft>) => setDraft((now) => ({ ...now, ...changes })),
    answer: (item: string, changes: Partial<AnswerDraft>) =>
      setDraft((now) => ({ ...now, answers: changed(now.answers, ({ item: of }) => of === item, changes) })),
    addFinding: (about: AnswerDraft | null) =>
      setDraft((now) => ({ ...now, findings: [...now.findings, startFinding(uuid(), now, about)] })),
    changeFinding: (id: string, changes: Partial<FindingDraft>) =>
      setDraft((now) => ({ ...now, findings: changed(now.findings, (one) => one.id === id, changes) })),
    removeFinding: (id: string) =>
      setDraft((now) => ({ ...now, findings: now.findings.filter((one) => one.id !== id) })),
  };
}

export type SurveyInHand = ReturnType<typeof useSurvey>;

function changed<T>(all: readonly T[], isIt: (one: T) => boolean, changes: Partial<T>): readonly T[] {
  return all.map((one) => (isIt(one) ? { ...one, ...changes } : one));
}

/** A photo comes back to where it was taken: an item by its code, a finding by its id. */
function withPhoto(draft: SurveyDraft, owner: string, photo: KeptPhoto): SurveyDraft {
  const add = <T extends { readonly photos: readonly KeptPhoto[] }>(one: T): T => ({
    ...one,
    photos: [...one.photos, photo],
  });
  return {
    ...draft,
    answers: draft.answers.map((one) => (one.item === owner ? add(one) : one)),
    findings: draft.findings.map((one) => (one.id === owner ? add(one) : one)),
  };
}

function periodOf({ site }: SiteView) {
  const validFrom = parsePlainDate(site.validFrom) ?? localTime(serverNow()).day;
  return { validFrom, validTo: site.validTo === null ? null : (parsePlainDate(site.validTo) ?? null) };
}
