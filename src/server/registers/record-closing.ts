import { closeRegister } from "#contract/registers.ts";
import { LINES_PER_VOLUME, mayClose, volumeOf } from "#domain/dossier/register.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { registerList } from "./register-list.ts";
import { between, countEntries, findEntries } from "./store.ts";
import { issueUnitForm, writeClosing } from "./unit-form-store.ts";

/**
 * The head of a unit closes the register of a year that is over: each volume is issued with its number, and what it
 * says is kept. A field is closed once; what comes back of it later stands on the screen, not in the closed volume.
 *
 * @rule REGISTER-01
 */
export const closeRegisterRoute = bind(closeRegister, ({ deps, actor, reference, body, now, write }) => {
  const { unitId, year } = body;
  const fields = [...new Set(body.fields)].toSorted();
  return write(async (tx) => {
    const post = actor.headOf.get(unitId);
    if (!post || fields.some((code) => !reference.fieldNames.has(code))) return refuse("not_found");
    if (!mayClose(year, now)) return refuse("register_year_running", { year });
    const book = { unitId, year, fields };
    const entries = await countEntries(tx, book);
    if (entries === 0) return refuse("register_empty");
    const act = { accountId: actor.accountId, postId: post.id, now };
    const closingId = deps.newId();
    const isFirst = await writeClosing(tx, { ...act, ...book, id: closingId, entries });
    if (!isFirst) return refuse("register_closed");
    for (let after = 0; after < entries; after += LINES_PER_VOLUME) {
      const rows = await findEntries(tx, deps.ring, book, between(after, after + LINES_PER_VOLUME));
      const list = registerList(reference, { book, rows, number: null, now, head: actor.fullName });
      const closing = { id: closingId, volume: volumeOf(after + 1) };
      await issueUnitForm(tx, deps, act, { unitId, year, list, closing });
    }
    return done({ closingId, entries, volumes: volumeOf(entries) });
  });
});
