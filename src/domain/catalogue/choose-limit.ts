import type { TimeLimit } from "../calendar/time-limit.ts";
import { done, refuse, type Result } from "../shared/result.ts";
import type { Channel, ProcedureContent } from "./procedure.ts";

/**
 * The time limit of a procedure for a channel and, where it has several, a case.
 * Without a case the limit that names none holds. Refuses `channel_not_offered` (details: channel, offered),
 * `unknown_case` (details: cases) and `limit_not_published` (details: mark, source, text): nothing is guessed.
 * Source: the national record publishes limits per case and channel (Cách thức thực hiện).
 * @example chooseLimit(content, "postal") → { ok: true, value: { amount: 3, unit: "workingDay" } }
 */
export function chooseLimit(
  content: ProcedureContent,
  channel: Channel,
  caseKey?: string,
): Result<TimeLimit, "channel_not_offered" | "limit_not_published" | "unknown_case"> {
  const offer = content.channels.find((offered) => offered.channel === channel);
  if (!offer) {
    const offered = content.channels.map((other) => other.channel);
    return refuse("channel_not_offered", { code: content.code, channel, offered });
  }
  const cases = offer.limits.flatMap((entry) => (entry.case === undefined ? [] : [entry.case]));
  const entry = offer.limits.find((candidate) => candidate.case === caseKey);
  if (!entry) {
    if (caseKey === undefined && cases.length === 0) {
      return refuse("limit_not_published", { code: content.code, channel });
    }
    return refuse("unknown_case", { code: content.code, channel, cases });
  }
  if (!entry.limit) {
    const text = entry.text === undefined ? {} : { text: entry.text };
    return refuse("limit_not_published", {
      code: content.code,
      channel,
      mark: entry.mark,
      source: entry.source,
      ...text,
    });
  }
  return done(entry.limit);
}
