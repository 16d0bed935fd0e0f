import type { ProcedureView } from "#contract/catalogue.ts";
import type { Channel, ChannelOffer } from "#domain/catalogue/procedure.ts";
import { EMPTY_FORM, type IntakeForm } from "./intake-form.ts";

/** A new form for a procedure: taken in at the counter where that is offered. */
export function startForm({ content, versionId }: ProcedureView): IntakeForm {
  const offers = content.channels;
  const offer = offers.find(({ channel }) => channel === "direct") ?? offers[0];
  const chosen = offer ? { channel: offer.channel, case: defaultCase(offer) } : {};
  return { ...EMPTY_FORM, procedureCode: content.code, procedureVersionId: versionId, ...chosen };
}

/**
 * The case that needs no choosing: none where a limit holds for all cases, the only one where there is
 * one. Otherwise nothing, and the clerk is asked.
 */
function defaultCase(offer: Pick<ChannelOffer, "limits">): string | null {
  const cases = offer.limits.map((limit) => limit.case ?? null);
  return cases.length === 1 ? (cases[0] ?? null) : null;
}

/** What changes in the form when another channel is chosen: a case stays only where it is offered too. */
export function chooseChannel(view: ProcedureView, form: IntakeForm, channel: Channel): Partial<IntakeForm> {
  const offer = view.content.channels.find((each) => each.channel === channel);
  if (!offer) return { channel };
  const stays = offer.limits.some((limit) => (limit.case ?? null) === form.case);
  return { channel, case: stays ? form.case : defaultCase(offer) };
}
