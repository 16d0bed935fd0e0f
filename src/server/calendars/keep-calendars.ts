import { addCalendarEntry, withdrawCalendarEntry } from "#contract/calendars.ts";
import { type LocalEntry, checkEntry, decisionWords, sameDecision } from "#domain/calendar/local-entry.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { Space } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { administratorBasis } from "../ledgers/administrator-basis.ts";
import { calendarOfPlace } from "../units/calendars.ts";
import { takeReferenceTurn } from "../units/save-places.ts";
import { calendarPlaces } from "./calendar-places.ts";
import { findEntries, insertEntry, insertWithdrawal, loadEntry } from "./calendar-store.ts";

/**
 * Sets days or hours of a place by a decision. Every process reads its calendars again; dates that were promised stay
 * until somebody has them moved.
 *
 * @rule DEADLINE-03
 */
export const addCalendarEntryRoute = bind(addCalendarEntry, async (context) => {
  const { body, reference, deps, now } = context;
  const today = localTime(now).day;
  const places = await calendarPlaces(deps.db, reference, today);
  const place = places.find(({ kind, id }) => kind === body.placeKind && id === body.placeId);
  if (!place) return refuse("not_found");
  const entry: LocalEntry = {
    id: deps.newId(),
    placeKind: place.kind,
    placeId: place.id,
    content: tidyContent(body.content as LocalEntry["content"]),
    decision: {
      number: tidyText(body.decision.number),
      issuedOn: body.decision.issuedOn as LocalEntry["decision"]["issuedOn"],
      signer: tidyText(body.decision.signer),
    },
  };
  const problems = checkEntry(entry, calendarOfPlace(reference, place), today);
  return context.write(async (tx, space) => {
    if (place.spaceId !== space.id) return refuse("outside_jurisdiction");
    if (problems.length > 0) return refuse("calendar_entry_invalid", { problems });
    await takeReferenceTurn(tx);
    // Read after the turn is taken: of several that send the same at once the first is there by now.
    const live = (await findEntries(tx, [place])).filter(({ withdrawn }) => withdrawn === null);
    const first = sameDecision(entry, live);
    if (first) {
      const { content, decision, recordedBy } = first;
      const details = { decision: decisionWords(decision), from: content.from, recordedBy };
      return refuse("calendar_day_decided", details);
    }
    await insertEntry(tx, entry, space.id, actOf(context, space));
    return done({ entryId: entry.id });
  });
});

/** Withdraws an entry: it is as if it had never been set, but for the ledger, which keeps both. */
export const withdrawCalendarEntryRoute = bind(withdrawCalendarEntry, (context) =>
  context.write(async (tx, space) => {
    await takeReferenceTurn(tx);
    const entry = await loadEntry(tx, context.params.entryId);
    if (!entry) return refuse("not_found");
    if (entry.spaceId !== space.id) return refuse("outside_jurisdiction");
    const reason = tidyText(context.body.reason);
    const written = await insertWithdrawal(tx, entry.id, reason, actOf(context, space));
    return written ? done({ entryId: entry.id }) : refuse("calendar_entry_withdrawn");
  }),
);

function tidyContent(content: LocalEntry["content"]): LocalEntry["content"] {
  return content.kind === "days" ? { ...content, name: tidyText(content.name) } : content;
}

type Acting = Pick<Context<typeof addCalendarEntry>, "actor" | "reference" | "now">;

function actOf({ actor, reference, now }: Acting, space: Space) {
  return { basis: administratorBasis(actor, reference, space.id), actorId: actor.accountId, now };
}
