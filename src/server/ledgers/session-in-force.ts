/**
 * SQL of a session that is in force, with the posts its person holds on the day: one row, or none when it has ended,
 * was revoked or its account is not in force. Columns are those of SessionFacts. Who signs a request in reads it; the
 * statement that writes an act decided by a session read a moment ago asserts it, by the same words.
 * @param token, moment, day the parameters' places: token hash (bytea), now (timestamptz), today (date)
 */
export function sessionInForce(token: string, moment: string, day: string): string {
  return `select s.token_hash as "tokenHash", s.account_id as "accountId", a.username, a.full_name as "fullName",
    a.employer, s.counter_id as "counterId", s.created_at as "createdAt", s.expires_at as "expiresAt",
    (select epoch from nation.reference_epoch) as "referenceEpoch",
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'unitId', p.one_stop_unit_id,
      'agencyId', p.agency_id, 'postOfficeId', p.post_office_id,
      'operatorId', (select o.operator_id from nation.post_office o where o.id = p.post_office_id), 'validFrom', p.valid_from, 'validTo', p.valid_to)
      order by p.id)
      from nation.staff_post p where p.account_id = a.id
      and p.valid_from <= ${day}::date and coalesce(p.valid_to, ${day}::date) >= ${day}::date), '[]') as posts
  from nation.session s join nation.account a on a.id = s.account_id
  where s.token_hash = ${token}::bytea and s.expires_at > ${moment}::timestamptz
    and s.revocation_epoch = a.revocation_epoch
    and a.valid_from <= ${day}::date and coalesce(a.valid_to, ${day}::date) >= ${day}::date`;
}
