/** A carrier is to be told of the shipment `shipmentId`; written in the transaction that orders it. */
export const CARRIER_ORDER_TOPIC = "carrier.order";
/** A carrier is to be told that the shipment `shipmentId` is cancelled. */
export const CARRIER_CANCEL_TOPIC = "carrier.cancel";
/** A carrier is to be told that the shipment `shipmentId` is wanted back. */
export const CARRIER_RECALL_TOPIC = "carrier.recall";
