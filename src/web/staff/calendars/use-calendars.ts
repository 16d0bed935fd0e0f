import {
  type CalendarYear,
  addCalendarEntry,
  listCalendarPlaces,
  readCalendarYear,
  withdrawCalendarEntry,
} from "#contract/calendars.ts";
import type { CalendarPlaceKind } from "#domain/calendar/local-entry.ts";
import { queryClient } from "../query-client.ts";
import { type Act, useAct } from "../use-act.ts";
import { readKey, useRead } from "../use-read.ts";

/** Whose calendar is looked at. */
export interface ChosenPlace {
  readonly placeKind: CalendarPlaceKind;
  readonly placeId: string;
  readonly name: string;
}

/** The places whose calendars can be chosen. */
export function useCalendarPlaces(words: string) {
  return useRead(listCalendarPlaces, { query: words === "" ? {} : { q: words } }, { keepPrevious: true });
}

export function useCalendarYear(place: ChosenPlace | null, year: number) {
  const query = {
    placeKind: place?.placeKind ?? ("space" as const),
    placeId: place?.placeId ?? "",
    year: String(year),
  };
  return useRead(readCalendarYear, { query }, { enabled: place !== null, keepPrevious: true });
}

/** Throws away what was read of the calendars, after one was changed. */
async function forgetCalendars(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: readKey(readCalendarYear) });
}

/** Writes an entry of the place that is looked at. */
export function useAddEntry({ placeKind, placeId }: CalendarYear): {
  readonly act: Act<typeof addCalendarEntry>;
  readonly add: (part: Pick<AddedEntry, "content" | "decision">) => Promise<boolean>;
} {
  const act = useAct(addCalendarEntry);
  return {
    act,
    add: async (part) => {
      const result = await act.send({ body: { placeKind, placeId, ...part } });
      if (!result?.ok) return false;
      await forgetCalendars();
      return true;
    },
  };
}

type AddedEntry = Parameters<Act<typeof addCalendarEntry>["send"]>[0]["body"];

export function useWithdrawEntry() {
  const act = useAct(withdrawCalendarEntry);
  return {
    act,
    withdraw: async (entryId: string, reason: string): Promise<boolean> => {
      const result = await act.send({ params: { entryId }, body: { reason } });
      await forgetCalendars();
      return result?.ok === true;
    },
  };
}
