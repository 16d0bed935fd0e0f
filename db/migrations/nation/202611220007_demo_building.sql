-- Why: a demo province takes some seconds to build, through the real use-cases and so in many transactions. While
-- it is being built this says from what, so that a start after a kill does not take half a province for a whole one.

alter table installation add column demo_building jsonb;
comment on column installation.demo_building is 'From what a demo province is being built: seed, number of dossiers, clock. Null when none is half built.';
