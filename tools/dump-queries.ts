/**
 * What the schema's dump reads from the catalogue. Each query takes the schema's and the application role's
 * name; names come quoted where SQL needs it.
 */

/** Rows `{ privilege, column }` of an access list, for the application's role. */
const grantsOf = (acl: string, column = "null") =>
  `select lower(given.privilege_type) as privilege, ${column} as "column"
   from pg_catalog.aclexplode(${acl}) as given
   where given.grantee = (select oid from pg_catalog.pg_roles where rolname = $2)`;

const list = (query: string, order: string) =>
  `coalesce((select json_agg(one order by ${order}) from (${query}) as one), '[]')`;

export const SCHEMAS = `
  select coalesce((select json_agg(quote_ident(e.extname) order by e.extname) from pg_catalog.pg_extension e
      where e.extnamespace = n.oid), '[]') as extensions,
    ${list(grantsOf("n.nspacl"), "one.privilege")} as grants
  from pg_catalog.pg_namespace n where n.nspname = $1`;

const COLUMNS = `
  select quote_ident(a.attname) as name, pg_catalog.format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    pg_catalog.pg_get_expr(d.adbin, d.adrelid) as fallback, a.attgenerated <> '' as generated,
    case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
    a.attnum as position,
    pg_catalog.col_description(a.attrelid, a.attnum) as comment
  from pg_catalog.pg_attribute a
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

/** Since PostgreSQL 18 "not null" is a constraint too (n); it stands with its column already. */
const CONSTRAINTS = `
  select quote_ident(k.conname) as name, k.contype as kind, pg_catalog.pg_get_constraintdef(k.oid, true) as definition,
    pg_catalog.array_position(array['p', 'u', 'c', 'x', 'f'], k.contype::text) as rank
  from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'x', 'f')`;

/** Those of keys come with their constraint. */
const INDEXES = `
  select pg_catalog.pg_get_indexdef(i.indexrelid) as definition
  from pg_catalog.pg_index i
  where i.indrelid = c.oid and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid)`;

const POLICIES = `
  select quote_ident(p.polname) as name, p.polpermissive as permissive,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
      else 'all' end as command,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using,
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_catalog.pg_policy p where p.polrelid = c.oid`;

const TABLE_GRANTS = `
  ${grantsOf("c.relacl")}
  union all
  select own.* from pg_catalog.pg_attribute a
  cross join lateral (${grantsOf("a.attacl", "quote_ident(a.attname)")}) as own
  where a.attrelid = c.oid and not a.attisdropped`;

export const TABLES = `
  select quote_ident(c.relname) as name, c.relpersistence = 'u' as unlogged, c.relrowsecurity as "rowSecurity",
    c.relforcerowsecurity as forced, pg_catalog.obj_description(c.oid, 'pg_class') as comment,
    ${list(COLUMNS, "one.position")} as columns,
    ${list(CONSTRAINTS, `one.rank, one.name collate "C"`)} as constraints,
    coalesce((select json_agg(one.definition order by one.definition collate "C") from (${INDEXES}) as one), '[]')
      as indexes,
    ${list(POLICIES, `one.name collate "C"`)} as policies,
    ${list(TABLE_GRANTS, `one.privilege collate "C", one."column" collate "C" nulls first`)} as grants
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind in ('r', 'p')
  order by c.relname collate "C"`;

/** Functions of our own, not those that came with an extension; first those that others are made of. */
export const FUNCTIONS = `
  select pg_catalog.pg_get_functiondef(p.oid) as definition, p.oid::pg_catalog.regprocedure::text as signature,
    pg_catalog.obj_description(p.oid, 'pg_proc') as comment,
    p.proacl is null or exists (select from pg_catalog.aclexplode(p.proacl) given where given.grantee = 0) as public,
    ${list(grantsOf("p.proacl"), "one.privilege")} as grants
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  where n.nspname = $1 and p.prokind in ('f', 'p') and not exists (
    select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e')
  order by not exists (
      select from pg_catalog.pg_depend d where d.deptype = 'n' and d.refobjid = p.oid
        and d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.refclassid = d.classid),
    p.oid::pg_catalog.regprocedure::text collate "C"`;

/** What the dump does not know how to write: better an error than a dump with a hole. A sequence of an identity is its column's. */
export const UNKNOWN = `
  select c.relname as name, c.relkind as kind
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relkind not in ('r', 'p', 'i', 'I', 't')
    and not (c.relkind = 'S' and exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'i'))
  union all
  select t.typname, t.typtype
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  where n.nspname = $1 and t.typtype in ('d', 'e', 'r') and not exists (
    select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = t.oid and d.deptype = 'e')
  union all
  select g.tgname, 'trigger' from pg_catalog.pg_trigger g
  join pg_catalog.pg_class c on c.oid = g.tgrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and not g.tgisinternal`;
