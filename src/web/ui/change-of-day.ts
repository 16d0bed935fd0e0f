import type { ChangedDay } from "#domain/calendar/changed-days.ts";
import type { Words } from "../text/words.ts";

/**
 * What happened to a day of the calendar: it has a name now, other hours, or what it was counted by was withdrawn.
 *
 * @example changeOfDay({ takenBack: { name: "Mất điện", reason: "Ghi nhầm ngày" }, … }, text) → "“Mất điện” đã được rút lại: Ghi nhầm ngày"
 */
export function changeOfDay(
  { is, name, was, takenBack }: Pick<ChangedDay, "is" | "name" | "was" | "takenBack">,
  text: Words["dueDate"],
): string {
  if (takenBack) {
    const back = text.takenBack(takenBack.name, takenBack.reason);
    return name === null ? back : `${back}; ${name}`;
  }
  return was === null ? text.hoursChanged : (name ?? text.reasons[is]);
}
