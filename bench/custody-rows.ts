import type { BenchServer } from "./kit/server.ts";
import type { BenchStaff } from "./kit/staff.ts";
import type { BenchUnit } from "./kit/units.ts";
import { SCHEMA } from "./space-rows.ts";

/** Entries of each chain: born, sealed, and handed on. */
export const ENTRIES_A_CHAIN = 5;
/** Things that each person holds now, whatever the size of the ledger. */
export const HELD_NOW = 40;

/** People who hand packets to each other, one of each unit. */
export interface CustodyPeople {
  readonly unit: BenchUnit;
  readonly person: BenchStaff;
}

/**
 * Fills the ledger with the chains of packets, in one statement: each made, sealed and handed on between the people of two
 * units. The newest are with those people, so many each; the others were taken by somebody without an account.
 *
 * @param events as many entries as there are to be, at least
 */
export async function generateCustody(
  { owner }: BenchServer,
  people: readonly CustodyPeople[],
  events: number,
): Promise<void> {
  const packets = Math.ceil(events / ENTRIES_A_CHAIN);
  const held = people.length * HELD_NOW;
  await owner.query(`truncate ${SCHEMA}.custody_entry, ${SCHEMA}.container, ${SCHEMA}.custody_act cascade`);
  await owner.query(
    `create unlogged table if not exists bench_person (n integer primary key, id uuid, unit_id uuid)`,
  );
  await owner.query("truncate bench_person");
  await owner.query(
    "insert into bench_person select n - 1, id, unit_id from unnest($1::uuid[], $2::uuid[]) with ordinality as p (id, unit_id, n)",
    [people.map(({ person }) => person.accountId), people.map(({ unit }) => unit.unitId)],
  );
  const act = "0192c1a0-0000-7000-8000-0000000000ac";
  const someone = "0192c1a0-0000-7000-8000-0000000000aa";
  await owner.query(
    `insert into ${SCHEMA}.custody_act (id, type, actor_id, occurred_at, recorded_at, scope)
     values ($1, 'made', $2, now(), now(), '{}')`,
    [act, someone],
  );
  // What is held now is spread over the whole table, as the work of a day is over the years of a ledger's index.
  const row = `select g.n, md5('container' || g.n)::uuid as id,
      'B' || lpad(g.n::text, 9, '0') as code, g.n < ${held} as is_held,
      p.id as person, p.unit_id, q.id as other, q.unit_id as other_unit
    from generate_series(0, ${packets - 1}) as g (n)
    join bench_person p on p.n = g.n % ${people.length} join bench_person q on q.n = (g.n + 1) % ${people.length}`;
  await owner.query(`
    insert into ${SCHEMA}.container (id, kind, code, seal, dossier_id, holder_kind, holder_id, custody_seq, made_at, scope)
    select id, 'packet', code, 'NP' || n, null, case when is_held then 'person' else 'outsider' end,
      case when is_held then person else '${someone}' end, ${ENTRIES_A_CHAIN}, now() - interval '1 day', array[unit_id, other_unit]
    from (${row}) as r`);
  await owner.query(`
    insert into ${SCHEMA}.custody_entry (thing, thing_id, seq, type, dossier_id, dossier_seq, act_id, from_kind, from_id,
      to_kind, to_id, signature_file_id, seal, originals, copies, actor_id, occurred_at, recorded_at, scope)
    select 'container', r.id, s.seq, case s.seq when 1 then 'born' when 2 then 'sealed' when 4 then 'placed' else 'handedOver' end, null, null,
      '${act}', case when s.seq > 1 then 'person' end,
      case when s.seq > 1 then case when s.seq in (2, 3, 5) then case when s.seq = 5 then other else person end else other end end,
      case when s.seq = ${ENTRIES_A_CHAIN} and not is_held then 'outsider' else 'person' end,
      case when s.seq = ${ENTRIES_A_CHAIN} then case when is_held then person else '${someone}' end
        when s.seq in (3, 4) then other else person end,
      null, case when s.seq = 2 then 'NP' || n end, null, null, person, now() - interval '1 day' + s.seq * interval '1 hour',
      now() - interval '1 day' + s.seq * interval '1 hour', array[unit_id, other_unit]
    from (${row}) as r, generate_series(1, ${ENTRIES_A_CHAIN}) as s (seq)`);
  await owner.query(`vacuum (analyze) ${SCHEMA}.container, ${SCHEMA}.custody_entry`);
}
