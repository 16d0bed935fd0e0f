import { type PlaceListRow, type PlaceView, changePlace } from "#contract/places.ts";
import { useText } from "#web/text/use-text.ts";
import { showToast } from "#web/ui/toasts.tsx";
import type { CallProblem } from "../api.ts";
import { problemSentence } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPlaces } from "./use-places.ts";

/** What of a place can change, as the route takes it. */
export type PlaceChange = Pick<PlaceListRow, "name" | "validFrom" | "validTo" | "values">;

/** What a place says now, as a change of it begins. */
export function standing({ name, validFrom, validTo, values }: PlaceListRow): PlaceChange {
  return { name, validFrom, validTo, values };
}

/**
 * Changing a place: told in a short notice that can take it back at once. Taking back is a change of its own, with
 * its line in the history.
 */
export function useChangePlace(view: PlaceView) {
  const text = useText();
  const act = useAct(changePlace);
  const undo = useAct(changePlace);
  const { place } = view;

  async function change(changes: Partial<PlaceChange>, reason: string, said: string): Promise<boolean> {
    const body = { seen: view.seen, ...standing(place), ...changes, reason };
    const result = await act.send({ params: { key: place.key }, body });
    if (!result) return false;
    await forgetPlaces();
    if (!result.ok) return false;
    const { seen } = result.value;
    showToast({
      text: said,
      action: {
        label: text.common.undo,
        run: () => void takeBack(seen, standing(place)).then(tell),
      },
    });
    return true;
  }

  /** Why it was not taken back, or null. */
  async function takeBack(seen: string, before: PlaceChange): Promise<CallProblem | null> {
    const body = { seen, ...before, reason: text.places.detail.undoReason };
    const result = await undo.send({ params: { key: place.key }, body });
    await forgetPlaces();
    if (result?.ok) showToast({ text: text.places.form.undone });
    return !result || result.ok ? null : result.problem;
  }

  /** The short notice outlives the form that it came from: what it could not take back, it must say itself. */
  function tell(problem: CallProblem | null): void {
    if (problem) showToast({ text: problemSentence(problem, text).what });
  }

  return {
    change,
    takeBack,
    pending: act.pending || undo.pending,
    problem: act.problem,
    undoProblem: undo.problem,
    clearProblem: act.clearProblem,
  };
}
