-- Why: what was published is never rewritten. A version may only be closed, or opened again while it has no successor.

revoke update on procedure_version from :app;
grant update (valid_to, changed_here, withdrawn_at) on procedure_version to :app;
