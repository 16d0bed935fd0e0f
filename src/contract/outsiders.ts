import { Type } from "typebox";
import { OFFER_REFUSALS, StaffSignature, THINGS_MAX, Things } from "./custody.ts";
import { defineRoute } from "./route.ts";
import { NamedLine, OneOf, ShortText, Strict, Uuid } from "./shapes.ts";

export const handToOutsider = defineRoute({
  method: "POST",
  path: "/custody/hand-overs",
  summary: "Hands things to somebody without an account, who signs on this screen, on paper or by a code",
  permission: "custody.hold",
  body: Strict({
    things: Things,
    receiver: Strict({ name: NamedLine, paper: NamedLine, phone: Type.Optional(ShortText) }),
    signature: StaffSignature,
    /** Left out when the hand-over waits for the receiver: for the code, or for the bảng kê signed on paper. */
    receiverSignature: Type.Optional(Strict({ kind: OneOf(["drawn", "paper"]), fileId: Uuid })),
    /** What it waits for; a code, which is sent at once, where nothing is said. */
    waitsFor: Type.Optional(OneOf(["code", "paper"])),
  }),
  response: Type.Object({ manifestId: Uuid, number: Type.String(), state: OneOf(["offered", "accepted"]) }),
  refusals: [...OFFER_REFUSALS, "phone_unreadable", "code_not_sendable"],
});

export const takeFromOutsider = defineRoute({
  method: "POST",
  path: "/custody/takings",
  summary:
    "Takes packets over that somebody without an account has brought: both sign on this screen or on paper",
  permission: "custody.hold",
  body: Strict({
    /** As their labels were scanned: whoever has the packet at hand may not see it by the places of before. */
    codes: Type.Array(ShortText, { minItems: 1, maxItems: THINGS_MAX }),
    giverSignature: StaffSignature,
    signature: StaffSignature,
  }),
  response: Type.Object({ manifestId: Uuid, number: Type.String(), accepted: Type.Integer() }),
  refusals: [
    "not_found",
    "thing_named_twice",
    "thing_offered",
    "thing_inside",
    "things_of_several",
    "not_with_outsider",
    "one_signature_enough",
    "file_missing",
    "right_suspended",
    "mandates_changed",
  ],
});

export const confirmOnPaper = defineRoute({
  method: "POST",
  path: "/custody/manifests/:manifestId/signed-paper",
  summary: "The receiver without an account has signed the printed bảng kê; its scan completes the hand-over",
  permission: "custody.hold",
  params: Strict({ manifestId: Uuid }),
  body: Strict({ fileId: Uuid }),
  response: Type.Object({ manifestId: Uuid, accepted: Type.Integer() }),
  refusals: [
    "not_found",
    "manifest_not_yours",
    "manifest_settled",
    "file_missing",
    "right_suspended",
    "mandates_changed",
  ],
});

export const sendCodeAgain = defineRoute({
  method: "POST",
  path: "/custody/manifests/:manifestId/code-again",
  summary: "Sends the receiver without an account another code; the one before it counts no more",
  permission: "custody.hold",
  params: Strict({ manifestId: Uuid }),
  response: Type.Object({ manifestId: Uuid }),
  refusals: [
    "not_found",
    "manifest_not_yours",
    "manifest_settled",
    "code_too_soon",
    "code_too_often",
    "right_suspended",
    "mandates_changed",
  ],
});
