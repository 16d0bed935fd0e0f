import { invariant } from "#domain/shared/result.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { PILOT_POST_OFFICE, PILOT_UNIT } from "../../people.ts";
import type { SampleFiles } from "../sample-files.ts";
import type { Caller } from "../staff-sessions.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";

/** Where results of the pilot's unit wait to be fetched. */
export const SHELF = "Kệ kết quả chờ nhận";

/** A label of its own, so that a demo shows one that hangs there. */
const SHELF_LABEL = "KE-BT-01";

export async function openShelf(call: Caller): Promise<void> {
  const belongsTo = referenceId(PILOT_UNIT);
  await call("POST", "/custody/places", { kind: "shelf", name: SHELF, code: SHELF_LABEL, belongsTo });
}

/** The id of a place of the caller's by its name. @throws when it is not there, which is a bug of the plan */
export async function placeOf(call: Caller, name: string): Promise<string> {
  const { places } = (await call("GET", "/custody/places")) as {
    places: readonly { name: string; placeId: string }[];
  };
  const found = places.find((place) => place.name === name);
  invariant(found, `the demo has opened ${name}`);
  return found.placeId;
}

/** A signature drawn on the screen a moment ago, kept for a hand-over. @returns its key */
export async function keepDrawn(call: Caller, { signatures }: SampleFiles): Promise<string> {
  const [drawn] = signatures;
  invariant(drawn, "there is a signature to sign with");
  return bodyOfId(await call("POST", "/custody/files?purpose=signature", drawn), "fileId");
}

/** An id of an answer. @example bodyOfId({ fileId: "…" }, "fileId") → "…" */
export function bodyOfId(body: Readonly<Record<string, unknown>>, key: string): string {
  return String(body[key]);
}

/** The courier's way between the one-stop unit and the post office, twice a working day. */
export async function openMailRoute(call: Caller, courier: Caller, validFrom: PlainDate): Promise<void> {
  const unit = { kind: "unit", id: referenceId(PILOT_UNIT) };
  const office = { kind: "postOffice", id: referenceId(PILOT_POST_OFFICE) };
  await call("POST", "/postal/mail-routes", {
    name: "Bình Thành – Bình Tấn",
    plan: {
      validFrom,
      validTo: null,
      weekdays: [1, 2, 3, 4, 5],
      onMakeUpDays: true,
      vehicle: "Xe máy 66N1-268.00",
      capacity: 20,
      driverId: bodyOfId(await courier("GET", "/session"), "accountId"),
      stops: [
        { ...office, time: "07:30" },
        { ...unit, time: "08:00" },
        { ...office, time: "08:45" },
        { ...unit, time: "15:30" },
        { ...office, time: "16:15" },
      ],
    },
  });
}
