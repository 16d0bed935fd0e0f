import { exportActsUnder } from "#contract/mandates.ts";
import { EVENT_WORDS } from "#domain/dossier/event-words.ts";
import { formatMinute, localTime } from "#domain/shared/instant.ts";
import { formatDay } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { csvAnswer } from "../http/csv-answer.ts";
import { mayTouchUnit } from "./mandate-act.ts";
import { findAllActsUnder, loadMandate } from "./mandate-store.ts";

const COLUMNS = ["Mã hồ sơ", "Việc", "Mã việc trong sổ", "Ngày", "Giờ", "Người làm"];

/** Every act under a mandate as a file, to be gone through when the mandate is found invalid. */
export const exportActsUnderRoute = bind(exportActsUnder, ({ actor, params, reference, now, read }) =>
  read(async (tx) => {
    const stored = await loadMandate(tx, reference, params.mandateId);
    if (!stored) return refuse("not_found");
    if (!mayTouchUnit(actor, stored.row.unit.id)) return refuse("outside_jurisdiction");
    const acts = await findAllActsUnder(tx, params.mandateId);
    const rows = acts.map(({ code, type, at, by }) => {
      const { day, minute } = localTime(at);
      return [code, EVENT_WORDS[type], type, formatDay(day), formatMinute(minute), by];
    });
    return done(csvAnswer(`việc-theo-giao-nhiệm-vụ-${localTime(now).day}.csv`, COLUMNS, rows));
  }),
);
