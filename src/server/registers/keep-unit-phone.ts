import { setUnitPhone } from "#contract/registers.ts";
import { readPhone } from "#domain/person/phone.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { writeUnitPhone } from "../ledgers/unit-phone.ts";

/** The head of a unit says which telephone its forms print from now on; forms that were issued stay as they are. */
export const setUnitPhoneRoute = bind(setUnitPhone, ({ actor, params, body, now, write }) =>
  write(async (tx) => {
    const { unitId } = params;
    const post = actor.headOf.get(unitId);
    if (!post) return refuse("not_found");
    const read = readPhone(body.phone);
    if (!read.ok || read.value.kind === "unknown") return refuse("unit_phone_invalid");
    const { number: phone } = read.value;
    await writeUnitPhone(tx, { unitId, phone, accountId: actor.accountId, postId: post.id, now });
    return done({ phone });
  }),
);
