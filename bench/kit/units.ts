import { referenceId } from "#server/units/reference-table.ts";
import type pg from "pg";

/** A commune of the bench: its agency, its one-stop unit, and two counters of it. */
export interface BenchUnit {
  readonly unitId: string;
  readonly agencyId: string;
  readonly pointId: string;
  /** Staffed by the state. */
  readonly counterId: string;
  /** Staffed by the post office. */
  readonly postalCounterId: string;
  readonly postOfficeId: string;
}

/**
 * Gives the nation as many more one-stop units as a bench wants, each with its agency and code, its reception
 * point, a counter of the state and one of the post, in the first space. Running programs read them again.
 */
export async function makeUnits(owner: pg.Pool, count: number): Promise<readonly BenchUnit[]> {
  const units = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    unitId: referenceId(`unit:bench:${index}`),
    agencyId: referenceId(`agency:bench:${index}`),
    pointId: referenceId(`point:bench:${index}`),
    counterId: referenceId(`counter:bench:${index}`),
    postalCounterId: referenceId(`counter:bench-post:${index}`),
    postOfficeId: referenceId(`post:bench:${index}`),
  }));
  await owner.query(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as given(number integer, "unitId" uuid,
         "agencyId" uuid, "pointId" uuid, "counterId" uuid, "postalCounterId" uuid, "postOfficeId" uuid)),
     model as (select u.calendar_id, u.administrative_unit_code, c.format_id
       from nation.one_stop_unit u join nation.agency_code c on c.agency_id = u.agency_id
       where c.valid_to is null order by u.key, c.valid_from desc limit 1),
     agencies as (insert into nation.agency (id, key, name, kind, administrative_unit_code, valid_from)
       select "agencyId", 'agency:bench:' || number, 'Ủy ban nhân dân xã Đo lường ' || number, 'commune',
         model.administrative_unit_code, '2025-07-01' from given, model),
     codes as (insert into nation.agency_code (agency_id, format_id, code, valid_from, mark, source)
       select "agencyId", model.format_id, 'H99.' || number, '2025-07-01', 'undecided', 'bench' from given, model),
     units as (insert into nation.one_stop_unit (id, key, name, governing_body, agency_id,
         administrative_unit_code, calendar_id, valid_from)
       select "unitId", 'unit:bench:' || number, 'Trung tâm Phục vụ hành chính công xã Đo lường ' || number,
         'Ủy ban nhân dân xã Đo lường ' || number, "agencyId", model.administrative_unit_code,
         model.calendar_id, '2025-07-01' from given, model),
     offices as (insert into nation.post_office (id, key, name, address, valid_from)
       select "postOfficeId", 'post:bench:' || number, 'Bưu điện Văn hóa xã Đo lường ' || number, 'Xã Đo lường',
         '2025-07-01' from given),
     points as (insert into nation.reception_point (id, key, name, address, one_stop_unit_id, valid_from)
       select "pointId", 'point:bench:' || number, 'Điểm tiếp nhận xã Đo lường ' || number, 'Xã Đo lường',
         "unitId", '2025-07-01' from given),
     counters as (insert into nation.counter (id, key, label, reception_point_id, post_office_id)
       select "counterId", 'counter:bench:' || number, 'Quầy 1', "pointId", null from given
       union all select "postalCounterId", 'counter:bench-post:' || number, 'Quầy 2', "pointId", "postOfficeId"
       from given)
     insert into nation.space_place (place_id, space_id, valid_from)
       select place, (select id from nation.space order by id limit 1), '2025-07-01'
       from given, lateral (values ("unitId"), ("agencyId")) as places(place)`,
    [JSON.stringify(units)],
  );
  await owner.query("update nation.reference_epoch set epoch = epoch + 1");
  return units;
}
