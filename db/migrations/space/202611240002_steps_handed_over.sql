-- With papers and cases go the steps that somebody has in hand.
alter table hand_over_line add column steps smallint not null default 0 check (steps >= 0);
comment on column hand_over_line.steps is 'Steps of the internal procedure that the leaver had taken or been given.';
