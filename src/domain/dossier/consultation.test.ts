import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import { type ConsultingEvent, foldConsultations, holdsOutcome } from "./consultation.ts";

const answerBy = plainDate("2026-11-24");

describe("an outcome waits for an opinion", () => {
  test.each([
    { state: "open", now: "2026-11-24T16:59:59Z", waits: true, because: "it is still the day, by our clock" },
    { state: "open", now: "2026-11-24T17:00:00Z", waits: false, because: "the day is over in Việt Nam" },
    { state: "answered", now: "2026-11-20T02:00:00Z", waits: false, because: "it was answered" },
    { state: "withdrawn", now: "2026-11-20T02:00:00Z", waits: false, because: "it was taken back" },
  ] as const)("$waits: $because", ({ state, now, waits }) => {
    expect(holdsOutcome({ state, answerBy }, instant(now))).toBe(waits);
  });
});

test("a question that nobody answered lapses when the case is decided or ends; an answered one stays", () => {
  const about = (type: string, id: string, business: ConsultingEvent["business"]): ConsultingEvent => ({
    type,
    payload: { consultationId: id },
    business,
  });
  const history = [
    about("dossier.consulted", "one", "processing"),
    about("dossier.consulted", "two", "processing"),
    about("dossier.consulted", "three", "processing"),
    about("dossier.consultationAnswered", "one", "awaitingSupplement"),
    about("dossier.consultationWithdrawn", "two", "processing"),
    { type: "dossier.outcomeRecorded", payload: {}, business: "awaitingApproval" as const },
  ];
  expect([...foldConsultations(history)]).toEqual([
    ["one", "answered"],
    ["two", "withdrawn"],
    ["three", "open"],
  ]);
  const approved = [...history, { type: "dossier.approved", payload: {}, business: "finished" as const }];
  expect(foldConsultations(approved).get("three")).toBe("lapsed");
  const again = [...approved, about("dossier.reopened", "", "processing")];
  expect(foldConsultations(again).get("three")).toBe("lapsed");
});
