/** Keys are UUIDv7 made by the application; each kind of thing has its own type so that they cannot be mixed. */
type Id<Kind extends string> = string & { readonly __id: Kind };

export type AccountId = Id<"account">;
export type AgencyId = Id<"agency">;
export type CounterId = Id<"counter">;
export type DossierId = Id<"dossier">;
export type FileId = Id<"file">;
export type ItemId = Id<"item">;
export type MandateId = Id<"mandate">;
export type PostOfficeId = Id<"postOffice">;
export type ProcedureVersionId = Id<"procedureVersion">;
export type ReceptionPointId = Id<"receptionPoint">;
export type UnitId = Id<"unit">;

/** Marks a text that the database or the contract has vouched for as an id of this kind. */
export function asId<T extends Id<string>>(text: string): T {
  return text as T;
}
