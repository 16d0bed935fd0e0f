import { randomUUID } from "node:crypto";
import type { TestApp } from "./test-app.ts";

/**
 * A shipment on its way back to the citizen, written past the routes, for who tests what carriers report.
 * @returns its order number
 */
export async function ship(app: TestApp, dossierId: string, carrier: string): Promise<string> {
  const orderId = randomUUID();
  const orderNumber = `H82.15-${dossierId.slice(-12)}`;
  const at = app.clock.now();
  await app.owner.query(
    `insert into space_dong_thap.postal_order
       (id, dossier_id, service, source, parties_sealed, recipient_is_proxy, payment, cod_amount, ordered_at, version, scope)
     select $1, id, 'return', 'counter', '', false, 'recipientPays', 0, $3, 1, scope
     from space_dong_thap.dossier where id = $2`,
    [orderId, dossierId, at],
  );
  await app.owner.query(
    `insert into space_dong_thap.shipment
       (id, order_id, dossier_id, leg, carrier, order_number, due_provisional, state, live, attempts, invitations,
        ordered_at, scope)
     select $1, $2, id, 'return', $4, $5, false, 'notOrdered', true, 0, 0, $6, scope
     from space_dong_thap.dossier where id = $3`,
    [randomUUID(), orderId, dossierId, carrier, orderNumber, at],
  );
  return orderNumber;
}
