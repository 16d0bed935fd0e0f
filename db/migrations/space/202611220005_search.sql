-- The search by name, exact and newest first at any number of dossiers. Measured at 10,000,000 over 200 units: the
-- trigrams of a name are met in millions of rows whatever the unit, so that an index of unit and trigrams reads
-- them all (140 to 270 ms). Two ways that stay within a place do not:
--   * the newest rows of the place in order, filtered by name: a common name fills its page at once;
--   * grams that are hashed with the place: a rare name meets only rows of its own place.

alter table dossier_search add column received_at timestamptz;
update dossier_search set received_at = dossier.received_at from dossier where dossier.id = dossier_search.dossier_id;
alter table dossier_search alter column received_at set not null;

drop function search_dossier(uuid[], text, integer);
drop index dossier_search_unit, dossier_search_agency;

create function place_grams(places uuid[], words text, step integer) returns bigint[]
language plpgsql immutable parallel safe
as $$
declare
  grams bigint[] := '{}';
  count integer := 0;
  place uuid;
  seed bigint;
begin
  foreach place in array places loop
    seed := uuid_hash_extended(place, 0);
    for start in 1..length(words) - 2 by step loop
      count := count + 1;
      grams[count] := hashtextextended(substr(words, start, 3), seed);
    end loop;
  end loop;
  return grams;
end
$$;
comment on function place_grams is 'Three letters in a row, from every place of the words or from every so many, hashed with each place: words that hold others hold all their grams.';

create index dossier_search_unit on dossier_search (unit_id, received_at desc, dossier_id desc) include (name_key);
create index dossier_search_agency on dossier_search (agency_id, received_at desc, dossier_id desc) include (name_key);
create index dossier_search_grams on dossier_search using gin (place_grams(array[unit_id, agency_id], name_key, 1));

create function search_dossier(
  units uuid[], agencies uuid[], words text, before_at timestamptz, before_id uuid, most integer,
  out dossier_id uuid, out received_at timestamptz
) returns setof record
language plpgsql stable security definer rows 51
set search_path = :space, pg_temp
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  pattern constant text := '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  -- How many of the newest rows of each place are looked at: a thousand in all, and some of each.
  look integer := greatest(1000 / greatest(cardinality(units) + cardinality(agencies), 1), 50);
  is_all boolean;
  ids uuid[];
  moments timestamptz[];
begin
  for attempt in 1..2 loop
    with looked as materialized (
      select near.* from unnest(units) as place cross join lateral (
        select count(*) as seen, min(newest.received_at) as oldest,
          array_agg(newest.dossier_id) filter (where newest.name_key like pattern) as ids,
          array_agg(newest.received_at) filter (where newest.name_key like pattern) as moments
        from (
          select s.received_at, s.dossier_id, s.name_key from dossier_search s
          where s.unit_id = place and (s.received_at, s.dossier_id) < (before_at, before_id)
          order by s.received_at desc, s.dossier_id desc limit look) as newest) as near
      union all
      select near.* from unnest(agencies) as place cross join lateral (
        select count(*) as seen, min(newest.received_at) as oldest,
          array_agg(newest.dossier_id) filter (where newest.name_key like pattern) as ids,
          array_agg(newest.received_at) filter (where newest.name_key like pattern) as moments
        from (
          select s.received_at, s.dossier_id, s.name_key from dossier_search s
          where s.agency_id = place and (s.received_at, s.dossier_id) < (before_at, before_id)
          order by s.received_at desc, s.dossier_id desc limit look) as newest) as near
    ), horizon as (
      -- Past the last row that was looked at in some place there may be others: what is newer is all there is.
      select max(oldest) as moment from looked where seen >= look
    ), hit as (
      select distinct one.moment, one.id from looked cross join lateral unnest(looked.ids, looked.moments) as one(id, moment), horizon
      where horizon.moment is null or one.moment > horizon.moment
      order by one.moment desc, one.id desc limit most
    )
    select (select horizon.moment is null from horizon),
      array(select hit.id from hit order by hit.moment desc, hit.id desc),
      array(select hit.moment from hit order by hit.moment desc, hit.id desc)
    into is_all, ids, moments;
    if is_all or cardinality(ids) >= most then
      return query select * from unnest(ids, moments);
      return;
    end if;
    -- A name that was met now and then is soon met often enough; one that was hardly met is rare.
    exit when cardinality(ids) < 4;
    look := look * 16;
  end loop;
  if length(words) < 3 then
    return query select distinct found.dossier_id, found.received_at from (
        select near.* from unnest(units) as place cross join lateral (
          select s.dossier_id, s.received_at from dossier_search s
          where s.unit_id = place and s.name_key like pattern
            and (s.received_at, s.dossier_id) < (before_at, before_id)
          order by s.received_at desc, s.dossier_id desc limit most) as near
        union all
        select near.* from unnest(agencies) as place cross join lateral (
          select s.dossier_id, s.received_at from dossier_search s
          where s.agency_id = place and s.name_key like pattern
            and (s.received_at, s.dossier_id) < (before_at, before_id)
          order by s.received_at desc, s.dossier_id desc limit most) as near) as found
      order by found.received_at desc, found.dossier_id desc limit most;
    return;
  end if;
  return query select distinct own.dossier_id, own.received_at from unnest(units || agencies) as place cross join lateral (
      select s.dossier_id, s.received_at, s.name_key, s.unit_id, s.agency_id from dossier_search s
      where place_grams(array[s.unit_id, s.agency_id], s.name_key, 1) @> place_grams(array[place], words, 3)
      offset 0) as own
    where own.name_key like pattern and (own.unit_id = place or own.agency_id = place)
      and (own.received_at, own.dossier_id) < (before_at, before_id)
    order by own.received_at desc, own.dossier_id desc limit most;
end
$$;
comment on function search_dossier is 'The one way into dossier_search: within these units and agencies, newest first, complete; a page begins before a moment and an id.';
revoke all on function search_dossier from public;
grant execute on function search_dossier to :app;
comment on table dossier_search is 'Names for the search. No policy (it would skip the indexes): reached only through search_dossier.';

create function count_open_dossiers(at_units uuid[], at_agencies uuid[], statuses text[]) returns bigint
language plpgsql stable security definer
set search_path = :space, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  return (select count(*) from dossier where received_at_unit_id = any (at_units)
      and business_status = any (statuses) and business_status <> 'returned')
    + (select count(*) from dossier where deciding_agency_id = any (at_agencies)
      and business_status = any (statuses) and business_status <> 'returned');
end
$$;
comment on function count_open_dossiers is 'How much waits at a desk, from the index of open work alone: a row policy would read every row for it.';
revoke all on function count_open_dossiers from public;
grant execute on function count_open_dossiers to :app;
