import type { CitizenText } from "../vi/citizen.ts";

const common = {
  pickedUp: "Collected by the post",
  accepted: "Accepted by the post",
  inTransit: "On its way",
  lost: "Reported lost by the post",
  cancelled: "Cancelled",
};

export const parcel: CitizenText["parcel"] = {
  title: { send: "Dossier sent by post", return: "Result sent by post" },
  states: {
    send: {
      ...common,
      notOrdered: "The post was asked to collect it",
      ordered: "Waits for the post to collect it",
      pickupAssigned: "The courier is coming to collect it",
      outForDelivery: "Being handed to the agency",
      attemptFailed: "Could not be handed to the agency yet",
      invited: "Waits at the post office for the agency",
      returning: "Going back to you",
      backAtAgency: "The agency has it",
      delivered: "The agency has it",
    },
    return: {
      ...common,
      notOrdered: "Ordered, waits for the post",
      ordered: "Waits for the post to collect the result",
      pickupAssigned: "The courier is coming to collect the result",
      outForDelivery: "The courier is bringing it",
      attemptFailed: "The courier came and could not deliver it",
      invited: "Waits for you at the post office",
      returning: "Going back to the agency",
      backAtAgency: "Back at the agency",
      delivered: "You have received it",
    },
  },
  waits: "Waits for the result",
  waybill: "Waybill number",
  due: "At the latest",
  late: "overdue",
  time: "Time",
  days: (days) => `At most ${days} working days from when the post takes it`,
  pay: "To pay to the courier",
  damaged: "The post reports damage. Look at the papers before you sign for them.",
  complain: "Complain about this parcel",
  way: "Its way",
  unconfirmed: "The post says that it was delivered",
  next: {
    waits: "When there is a result, the post collects it at the agency and brings it to you.",
    unconfirmed: "If you have not received it, tell the one-stop desk or complain below.",
    fromCounter:
      "The papers are at the counter. The post takes them from there to the agency; there is nothing for you to do.",
    handIn: "The courier collects the papers at the address you gave. Have the listed papers ready.",
    collectedSoon: "The post collects the result at the agency. There is nothing for you to do now.",
    toAgency: (day) => `The papers reach the agency by ${day}.`,
    toAgencySoon: "The papers are on their way to the agency. There is nothing for you to do now.",
    toCitizen: (day) =>
      `The post brings the result by ${day}. Show an identity paper and sign when you receive it.`,
    toCitizenSoon: "The post brings the result. Show an identity paper and sign when you receive it.",
    late: "The post is late. Ask where you handed the dossier in, or the post, and say the waybill number.",
    again: (day) =>
      `The courier comes again on ${day}. Have an identity paper ready; somebody else also brings a power of attorney.`,
    againSoon: "The courier comes again or invites you to the post office. Stay reachable by phone.",
    invited: ({ office, nth }) =>
      `Please fetch it at ${office === null ? "the post office" : `${office.name}, ${office.address},`} with an identity paper (invitation ${nth}). After two invitations in vain the result goes back to the agency.`,
    invitedAgency: "The post has invited the agency. There is nothing for you to do now.",
    backSoon:
      "The result is going back to the agency. Fetch it where you handed the dossier in once it is there.",
    backToCitizen:
      "The post is bringing the papers back to you. Ask where you handed in how to send them again.",
    back: "Fetch the result where you handed the dossier in, or ask for it to be sent again.",
    lost: "Ask where you handed the dossier in how the papers are made again; you may claim compensation.",
    nothing: "There is nothing more for you to do.",
  },
};
