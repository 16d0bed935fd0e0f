import { seal, unseal } from "#server/keys/seal.ts";
import { newTrackSecret } from "#server/keys/track-secret.ts";
import type { BenchServer } from "./kit/server.ts";
import { SCHEMA, type SpacePlan } from "./space-rows.ts";

export interface AskedDossier {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly nameKey: string;
  /** What stands on the slip. */
  readonly secret: string;
}

/**
 * Picks dossiers from everywhere in the space and seals their people and secrets under their own ids, as the
 * program does: those of the other generated rows are copies that nobody could open.
 */
export async function askedDossiers(
  { owner, ring }: BenchServer,
  plan: SpacePlan,
  count: number,
): Promise<readonly AskedDossier[]> {
  const { rows } = await owner.query<Omit<AskedDossier, "secret">>(
    `select d.id, d.code, d.received_at_unit_id as "unitId", s.name_key as "nameKey"
     from ${SCHEMA}.dossier d tablesample system (${Math.min(100, (count * 1000) / plan.dossiers)}) repeatable (1)
     join ${SCHEMA}.dossier_search s on s.dossier_id = d.id
     join bench.unit u on u.unit_id = d.received_at_unit_id and u.number < $1
     order by md5(d.id::text) limit $2`,
    [plan.asked, count],
  );
  const asked = rows.map((row) => ({ ...row, secret: newTrackSecret() }));
  await owner.query(
    `update ${SCHEMA}.dossier d set track_secret_sealed = given.sealed
     from unnest($1::uuid[], $2::bytea[]) as given(id, sealed) where d.id = given.id`,
    [asked.map(({ id }) => id), asked.map(({ id, secret }) => seal(ring, `dossier.track:${id}`, secret))],
  );
  const parties = await owner.query<{ id: string }>(
    `select id from ${SCHEMA}.party where dossier_id = any ($1::uuid[])`,
    [asked.map(({ id }) => id)],
  );
  const models = await owner.query<{ id: string; sealed: Buffer }>(
    "select id, sealed from bench.t_party limit 1",
  );
  const model = models.rows[0];
  const person = model && unseal(ring, `party:${model.id}`, model.sealed);
  const ids = parties.rows.map(({ id }) => id);
  await owner.query(
    `update ${SCHEMA}.party p set sealed = given.sealed
     from unnest($1::uuid[], $2::bytea[]) as given(id, sealed) where p.id = given.id`,
    [ids, ids.map((id) => seal(ring, `party:${id}`, person))],
  );
  return asked;
}
