import type { CounterView, SessionView } from "#contract/session.ts";
import { RULES_VERSION } from "../rules-version.ts";
import type { Counter, Reference } from "../units/reference.ts";
import type { Actor } from "../ledgers/actor.ts";

export function sessionView(actor: Actor, reference: Reference): SessionView {
  const seat = actor.counter ?? actor.closedCounter;
  return {
    accountId: actor.accountId,
    username: actor.username,
    fullName: actor.fullName,
    roles: [...actor.roles],
    employer: actor.employer,
    counter: seat && counterView(seat, reference),
    counterClosed: actor.closedCounter !== null,
    expiresAt: actor.session.expiresAt,
    rulesVersion: RULES_VERSION,
  };
}

export function counterView(counter: Counter, reference: Reference): CounterView {
  return {
    id: counter.id,
    label: counter.label,
    receptionPoint: counter.receptionPoint.name,
    address: counter.receptionPoint.address,
    unitId: counter.unit.id,
    unitName: counter.unit.name,
    postOfficeName:
      counter.postOfficeId === null ? null : (reference.postOfficeNames.get(counter.postOfficeId) ?? null),
  };
}
