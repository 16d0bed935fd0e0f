import { FAULTS } from "#domain/dossier/dossier-payloads.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { Type } from "typebox";
import { defineRoute } from "./route.ts";
import { StepKey } from "./steps.ts";
import { Day, Line, Moment, NamedLine, Nullable, OneOf, Strict, Uuid, Version, Words } from "./shapes.ts";

/** The turns that a dossier can take on its way: each is one act, and most issue a form. */
const params = Strict({ dossierId: Uuid });
export const TURN_REFUSALS = [
  ...MAY_ACT_REFUSALS,
  "not_found",
  "dossier_changed",
  "move_not_allowed",
  "mandates_changed",
] as const;

export const Turned = Type.Object({
  dossierId: Uuid,
  version: Version,
  status: OneOf(BUSINESS_STATUSES),
  /** The date that holds from now on; null while the clock stands. */
  dueAt: Nullable(Moment),
  /** The form that was issued, to be printed and given to the citizen; null when there is none. */
  formIssueId: Nullable(Uuid),
});

/** A paper that is asked for, or came. */
export const WantedPaper = Strict({
  name: NamedLine,
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
});
export const PAPERS_MAX = 30;

export const askSupplement = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/supplement-requests",
  summary: "Asks the citizen for what is missing (Mẫu 02); from now on the clock stands",
  permission: "dossier.turn",
  params,
  body: Strict({
    version: Version,
    papers: Type.Array(WantedPaper, { minItems: 1, maxItems: PAPERS_MAX }),
    reason: Words,
    answerBy: Day,
    /** Of a second request and each after it: what allows it. */
    legalBasis: Type.Optional(Line),
  }),
  response: Turned,
  refusals: [...TURN_REFUSALS, "supplement_basis_missing", "answer_day_past", "day_too_far"],
});

export const receiveSupplement = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/supplements",
  summary: "Takes in what was asked for; the time limit begins anew",
  permission: "dossier.turn",
  params,
  body: Strict({
    version: Version,
    /** Papers that stay, each with at least one original or copy; none when the note says what came instead. */
    papers: Type.Array(WantedPaper, { maxItems: PAPERS_MAX }),
    note: Type.Optional(Line),
  }),
  response: Turned,
  refusals: [
    ...TURN_REFUSALS,
    "counter_not_chosen",
    "counter_closed",
    "outside_jurisdiction",
    "supplement_empty",
    "calendar_not_published",
    "limit_not_published",
  ],
});

export const imposeDuty = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/duties",
  summary: "Asks for a payment that the law wants first, such as a tax; the clock stands",
  permission: "dossier.turn",
  params,
  body: Strict({
    version: Version,
    /** In đồng; null when another authority fixes it. */
    amount: Nullable(Type.Integer({ minimum: 1, maximum: 100_000_000_000 })),
    reason: Words,
    answerBy: Nullable(Day),
  }),
  response: Turned,
  refusals: [...TURN_REFUSALS, "answer_day_past", "day_too_far"],
});

export const fulfilDuty = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/duty-fulfilment",
  summary: "Notes that the payment was made; the clock runs on",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, proof: NamedLine }),
  response: Turned,
  refusals: [...TURN_REFUSALS, "calendar_not_published", "limit_not_published"],
});

export const askWithdrawal = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/withdrawal-requests",
  summary: "Notes that the citizen asks to have the dossier back",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, reason: Words }),
  response: Turned,
  refusals: [...TURN_REFUSALS, "part_of_another"],
});

export const decideWithdrawal = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/withdrawal-decision",
  summary: "Stops the dossier as the citizen asked (Mẫu 05), or lets it go on and says why",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, accept: Type.Boolean(), reason: Words }),
  response: Turned,
  refusals: [...TURN_REFUSALS, "form_not_in_force"],
});

export const stopDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/stopping",
  summary: "Stops a dossier that cannot go on, without anybody's asking (Mẫu 05)",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, reason: Words }),
  response: Turned,
  refusals: [...TURN_REFUSALS, "form_not_in_force"],
});

export const extendDueDate = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/extension",
  summary: "Apologises and sets a new date, once, at least a day before the old one (Mẫu 04)",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, day: Day, reason: Words }),
  response: Turned,
  refusals: [
    ...TURN_REFUSALS,
    "extension_second",
    "extension_too_late",
    "extension_not_later",
    "extension_day_off",
    "extension_too_long",
    "calendar_not_published",
  ],
});

export const apologise = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/apologies",
  summary:
    "Apologises for a date that is or will be missed and says when the result is expected; the legal date stays (Mẫu 04)",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, expectedOn: Day, reason: Words }),
  response: Turned,
  refusals: [
    ...TURN_REFUSALS,
    "answer_day_past",
    "day_too_far",
    "apology_too_early",
    "apology_not_late",
    "expected_day_off",
  ],
});

export const reopenDossier = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/reopening",
  summary: "Makes a result with an error again, on the same dossier, and says whose error it was",
  permission: "dossier.turn",
  params,
  body: Strict({
    version: Version,
    fault: OneOf(FAULTS),
    reason: Words,
    /** The step of the internal procedure that had the error; without it all begin anew after the receipt. */
    step: Type.Optional(StepKey),
  }),
  response: Turned,
  refusals: [
    ...TURN_REFUSALS,
    "calendar_not_published",
    "limit_not_published",
    "result_in_container",
    "step_unknown",
    "step_not_done",
  ],
});

export const sendToDesk = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/sending-to-desk",
  summary: "The agency gives a dossier back to the one-stop unit before anybody has taken it",
  permission: "dossier.turn",
  params,
  body: Strict({ version: Version, reason: Words }),
  response: Turned,
  refusals: TURN_REFUSALS,
});

export const handPapersBack = defineRoute({
  method: "POST",
  path: "/dossiers/:dossierId/paper-returns",
  summary: "Gives originals that were kept back to the citizen, against a signature; the dossier goes on",
  permission: "dossier.return",
  params,
  body: Strict({
    version: Version,
    itemIds: Type.Array(Uuid, { minItems: 1, maxItems: 200 }),
    signature: Strict({ kind: OneOf(["drawn", "signedSlip"]), fileId: Uuid }),
    note: Type.Optional(Line),
  }),
  response: Turned,
  refusals: [
    ...TURN_REFUSALS,
    "counter_not_chosen",
    "counter_closed",
    "outside_jurisdiction",
    "signature_missing",
    "originals_not_held",
  ],
});

export const printForm = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/forms/:formIssueId",
  summary: "A form that was issued, as it was issued",
  readsPersons: true,
  permission: "dossier.read",
  params: Strict({ dossierId: Uuid, formIssueId: Uuid }),
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});

export const printControlSheet = defineRoute({
  method: "GET",
  path: "/dossiers/:dossierId/control-sheet",
  summary: "How a dossier went from hand to hand (phiếu kiểm soát), as it stands now",
  readsPersons: true,
  permission: "dossier.read",
  params,
  response: Type.Unknown(),
  responseType: "bytes",
  refusals: ["not_found"],
});
