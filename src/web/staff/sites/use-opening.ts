import { recordOpening } from "#contract/sites.ts";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import { useAct } from "../use-act.ts";
import {
  type OpeningForm,
  hasProblems,
  openingBody,
  openingProblems,
  refusedFields,
  startOpening,
} from "./opening-form.ts";
import type { SiteView } from "./site-page.tsx";
import { usePhotos } from "./use-photos.ts";
import { forgetSites } from "./use-sites.ts";

/** The form of an opening, its photos on the way, what is wrong with it, and its sending. */
export function useOpening(view: SiteView) {
  const text = useText();
  const navigate = useNavigate();
  const act = useAct(recordOpening);
  const [asked, setAsked] = useState(false);
  const [form, setForm] = useState<OpeningForm>(() => startOpening(view.site.address));
  const change = (changes: Partial<OpeningForm>) => setForm((now) => ({ ...now, ...changes }));
  const queue = usePhotos((_owner, photo) => setForm((now) => ({ ...now, photos: [...now.photos, photo] })));
  const problems = openingProblems(form, text);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    const showFirst = () =>
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    setAsked(true);
    if (hasProblems(problems)) {
      showFirst();
      return;
    }
    const { id: siteId } = view.site;
    const result = await act.send({ params: { siteId }, body: openingBody(form) });
    if (!result?.ok) {
      showFirst();
      return;
    }
    showToast({ text: text.sites.opening.saved });
    await forgetSites();
    await navigate({ to: "/sites/$siteId", params: { siteId } });
  }

  return {
    form,
    change,
    queue,
    submit,
    pending: act.pending,
    problem: act.problem,
    problems: {
      ...(asked ? problems : { counts: {}, decision: {} }),
      ...refusedFields(act.problem, text),
    },
  };
}
