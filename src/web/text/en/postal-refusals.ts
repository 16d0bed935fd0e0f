import { type RefusalDetails, type RefusalSentence, detail } from "../refusal-words.ts";

const successors = (details: RefusalDetails) => {
  const { successors: offered } = details;
  return Array.isArray(offered) ? offered.join("; ") : "";
};

/** Of orders, shipments and waybill numbers. */
export const postalRefusals = {
  waybill_incomplete: () => ({
    what: "This shipment has no number or no price yet, so that its slip cannot be printed.",
    wayOut: "Order it again with a number and a price, or add a range of numbers.",
  }),
  procedure_not_postal: () => ({
    what: "This procedure takes no papers by post.",
    wayOut: "Have the citizen hand them in; the result can still be sent.",
  }),
  commune_unknown: () => ({
    what: "No commune has this code.",
    wayOut: "Choose the commune of the address again.",
  }),
  commune_abolished: (details: RefusalDetails): RefusalSentence => {
    const offered = successors(details);
    return {
      what: "This commune does not exist any more.",
      wayOut: offered === "" ? "Choose the commune of today." : `Choose the commune of today: ${offered}.`,
    };
  },
  tariff_missing: () => ({
    what: "No tariff holds today.",
    wayOut: "Ask the administrator to bring the tariff up to date.",
  }),
  discount_unknown: () => ({
    what: "The citizen's province grants no such discount.",
    wayOut: "Leave it out or choose another one.",
  }),
  weight_not_positive: () => ({
    what: "The weight must be above 0 grams.",
    wayOut: "Weigh again and enter the grams.",
  }),
  weight_too_heavy: () => ({
    what: "This is heavier than the service carries.",
    wayOut: "Split the papers or send them as a parcel.",
  }),
  quote_changed: () => ({
    what: "The price is not the one that was shown.",
    wayOut: "Look at the price again, tell the citizen, then order.",
  }),
  carrier_unknown: () => ({
    what: "This carrier is not set up here.",
    wayOut: "Choose another one or tell the administrator.",
  }),
  shipment_live_already: () => ({
    what: "The dossier has a shipment under way in this direction.",
    wayOut: "Open it; cancel it before ordering again.",
  }),
  result_not_to_post: () => ({
    what: "The dossier has no result left to send.",
    wayOut: "Look at the status of the dossier.",
  }),
  tracking_number_unreadable: () => ({
    what: "The waybill number cannot be read.",
    wayOut: "Type the letters and digits on the slip again.",
  }),
  waybill_used_before: () => ({
    what: "This number was used for another shipment.",
    wayOut: "Check the slip and use another number.",
  }),
  waybill_given_already: (details: RefusalDetails): RefusalSentence => ({
    what: `This shipment has a number already${detail(details, "waybill", (number) => `: ${number}`)}.`,
    wayOut: "Use that one. If the slip bears another number, look which shipment the slip is of.",
  }),
  waybill_numbers_gone: () => ({
    what: "There is no number left to give.",
    wayOut:
      "Ask an administrator to open a range or fill the pool, or type the number of a slip filled in by hand.",
  }),
  postal_order_changed: () => ({
    what: "Somebody changed the order meanwhile.",
    wayOut: "Load it again and repeat.",
  }),
  postal_order_cancelled: () => ({
    what: "The order is cancelled already.",
    wayOut: "Nothing more needs to be done.",
  }),
  carrier_has_it: () => ({
    what: "The carrier has the papers; it cannot be cancelled any more.",
    wayOut: "Ask for them back by recalling the shipment.",
  }),
  shipment_not_under_way: () => ({
    what: "The carrier does not have this shipment in hand.",
    wayOut: "Cancel the order if it has not begun; an ended one cannot be recalled.",
  }),
  shipment_of_carrier: () => ({
    what: "Another carrier carries this and reports of it.",
    wayOut: "Look at its way; nobody reports in its place.",
  }),
  reception_to_choose: () => ({
    what: "These papers may be taken over in two ways: forwarded by the post, or received by it for the agency.",
    wayOut: "Choose one and sign.",
  }),
  reception_not_possible: () => ({
    what: "It cannot be taken over as what was chosen.",
    wayOut: "Open the list again and choose one of the two that it offers.",
  }),
  shipment_ended: () => ({
    what: "This shipment has ended.",
    wayOut: "Order a new way, then name its packet.",
  }),
  packet_unknown: () => ({
    what: "No packet with this code is in use here.",
    wayOut: "Scan the label of the packet again.",
  }),
  packet_of_another: () => ({
    what: "The packet does not hold the papers of this dossier alone.",
    wayOut: "Pack this dossier's papers in a packet of their own.",
  }),
  packet_travels_already: () => ({
    what: "The packet travels by another shipment.",
    wayOut: "Use another packet, or cancel that order first.",
  }),
  report_from_future: () => ({
    what: "The report is of a time to come.",
    wayOut: "Check the clock of the phone and report again.",
  }),
  report_before_order: () => ({
    what: "The report is of a time long before the order.",
    wayOut: "Check the clock of the phone and report again.",
  }),
  report_too_early: () => ({
    what: "The report is of a time before the result was there, or before you took the packet over.",
    wayOut: "Check the clock of the phone or the day on the slip, and report again.",
  }),
  packet_elsewhere: () => ({
    what: "The ledger has the packet elsewhere, not with you.",
    wayOut: "Look at Where it is. Whoever has the packet reports it lost.",
  }),
  report_of_another: () => ({
    what: "Somebody else reported this, or it is of another shipment.",
    wayOut: "Ask whoever reported it to take it back, or report anew.",
  }),
  next_day_wrong: () => ({
    what: "The day to come again is wrong.",
    wayOut: "Choose a day from that one to 60 days from now.",
  }),
  packet_still_out: () => ({
    what: "The ledger has the packet with a courier or a driver.",
    wayOut: "Take the packet over first, then write that it is back.",
  }),
  recovered_on_way_in: () => ({
    what: "Papers are taken back only when a result is delivered to the citizen.",
    wayOut: "Leave out their number; what is sent in is counted at the counter.",
  }),
  quarantine_settled: () => ({ what: "This report was settled already.", wayOut: "Load the list again." }),
  shipment_unknown: () => ({
    what: "No shipment is called so.",
    wayOut: "Enter the waybill or dossier code of the shipment.",
  }),
  range_upside_down: () => ({
    what: "The range ends before it begins.",
    wayOut: "Enter the first and last number again.",
  }),
  range_overlaps: () => ({
    what: "The range overlaps one that was opened.",
    wayOut: "Check the range that was given.",
  }),
};
