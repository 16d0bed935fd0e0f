import { printRegister, printUnitForm } from "#contract/registers.ts";
import { LINES_PER_VOLUME } from "#domain/dossier/register.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { type Space, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { unseal } from "../keys/seal.ts";
import type { ListData } from "../print/list-data.ts";
import { bookOf } from "./read-registers.ts";
import { registerList } from "./register-list.ts";
import { registerUnits } from "./register-units.ts";
import { between, findEntries } from "./store.ts";
import { type UnitFormRecord, keepUnitFormFile, loadUnitForm, unitFormContext } from "./unit-form-store.ts";

/** A volume of a register as it stands now: without a number, since it is not closed. */
export const printRegisterRoute = bind(
  printRegister,
  async ({ deps, actor, reference, params, query, now, read }) => {
    if (!registerUnits(actor, reference).includes(params.unitId)) return refuse("not_found");
    const book = bookOf(params, query.fields);
    const volume = Number(query.volume ?? 1);
    const rows = await read((tx) =>
      findEntries(tx, deps.ring, book, between((volume - 1) * LINES_PER_VOLUME, volume * LINES_PER_VOLUME)),
    );
    if (rows.length === 0) return refuse("register_empty");
    const content = await deps.printer.renderList(registerList(reference, { book, rows, number: null, now }));
    const fileName = `so-theo-doi-${params.year}-${volume}.pdf`;
    return done({ content, mediaType: "application/pdf", fileName });
  },
);

/** A paper of a unit as it was issued: the kept bytes; until the job has kept it, made now, which gives the same. */
export const printUnitFormRoute = bind(printUnitForm, async ({ deps, params, read }) => {
  const found = await read((tx) => loadUnitForm(tx, params.formId));
  if (!found) return refuse("not_found");
  const content = found.sha256
    ? await deps.files.get(found.sha256)
    : await deps.printer.renderList(listOf(deps, found));
  const fileName = `${found.form}-${found.year}-${found.number}.pdf`;
  return done({ content, mediaType: "application/pdf", fileName });
});

function listOf({ ring }: Pick<Deps, "ring">, { id, sealed }: UnitFormRecord): ListData {
  return unseal<ListData>(ring, unitFormContext(id), sealed);
}

/** Keeps the PDF of a paper that was issued, whatever wordings become. Done twice it changes nothing. */
export async function keepUnitForm(
  deps: Deps,
  space: Space,
  { formId, unitId }: { readonly formId: string; readonly unitId: string },
): Promise<void> {
  const access = { places: [unitId] };
  const found = await inSpace(deps.db, space, access, (tx) => loadUnitForm(tx, formId));
  if (!found || found.sha256) return;
  const content = await deps.printer.renderList(listOf(deps, found));
  const sha256 = await deps.files.put(content);
  await inSpace(deps.db, space, access, (tx) =>
    keepUnitFormFile(tx, { formId, sha256, bytes: content.length }),
  );
}
