import type { RefusalDetails } from "../refusal-words.ts";

/** What happened and what to do now, where things change hands. */
export const custodyRefusals = {
  own_difference: () => ({
    what: "This difference came of what you handed over, took or counted yourself.",
    wayOut: "Ask somebody else at either side to settle it.",
  }),
  not_holder: () => ({
    what: "This is not in your hands.",
    wayOut: "Look up who holds it under Where is it?, and ask for it to be handed over.",
  }),
  thing_offered: () => ({
    what: "This waits on a manifest for the receiver's signature.",
    wayOut: "Wait for it, or withdraw that manifest.",
  }),
  thing_inside: () => ({
    what: "This lies in a packet or bag.",
    wayOut: "Open it and take this out first, or hand the whole packet over.",
  }),
  thing_not_inside: () => ({
    what: "This does not lie in the packet that is open.",
    wayOut: "Scan again, or look up where it is.",
  }),
  thing_named_twice: () => ({
    what: "The same code was scanned twice.",
    wayOut: "Remove the repeated line and send again.",
  }),
  container_ended: () => ({
    what: "This packet was put away.",
    wayOut: "Use a new label.",
  }),
  container_sealed: () => ({
    what: "This packet is sealed.",
    wayOut: "Open it first, reading its seal number.",
  }),
  container_open: () => ({
    what: "This packet is not sealed.",
    wayOut: "It need not be opened: things can go in and out.",
  }),
  container_empty: () => ({
    what: "There is nothing in this packet.",
    wayOut: "Put the papers in before sealing it.",
  }),
  container_not_empty: () => ({
    what: "There is still something in this packet.",
    wayOut: "Take everything out first.",
  }),
  container_code_unreadable: () => ({
    what: "This is not the code of a packet label.",
    wayOut: "Scan the label again, or leave it empty for a new code.",
  }),
  container_code_used: () => ({
    what: "This label was used for another packet.",
    wayOut: "Use a new one: each label is used once.",
  }),
  bag_in_packet: () => ({
    what: "A bag does not go into a packet.",
    wayOut: "Put the packet into the bag.",
  }),
  seal_unreadable: () => ({
    what: "The seal number cannot be read.",
    wayOut: "Type it as printed on the seal: 3 to 40 letters and digits.",
  }),
  seal_used: () => ({
    what: "This seal number closes another packet.",
    wayOut: "Check the number, or use a new seal.",
  }),
  seal_differs: () => ({
    what: "The seal number is not the recorded one.",
    wayOut: "Check it. If it really differs, record the difference with a photo.",
  }),
  file_missing: () => ({
    what: "The photo or signature is not there.",
    wayOut: "Take it again and send.",
  }),
  two_signatures_needed: () => ({
    what: "Another person answers for that place.",
    wayOut: "Make a manifest, which both sign.",
  }),
  one_signature_enough: () => ({
    what: "You answer for both places.",
    wayOut: "Use Move to a place: one signature is enough.",
  }),
  receiver_code_wrong: () => ({
    what: "The receiver's one-time code is wrong or was used.",
    wayOut:
      "Ask the receiver to open the own authenticator and type a new code. After five wrong ones it takes 15 minutes.",
  }),
  placed_there_already: () => ({
    what: "It lies there already.",
    wayOut: "Nothing needs to be done.",
  }),
  not_with_outsider: ({ code }: RefusalDetails) => ({
    what: `The ledger does not have packet${typeof code === "string" ? ` ${code}` : ""} with somebody without an account.`,
    wayOut: "Look up who holds it under Where is it?: that person offers it on a manifest.",
  }),
  things_of_several: () => ({
    what: "These are in several places.",
    wayOut: "Make one manifest for each place.",
  }),
  receiver_unknown: () => ({
    what: "The receiver is not known here today.",
    wayOut:
      "Choose somebody who works here now. What goes to another province is sent there by post, with a record on paper.",
  }),
  item_needs_packet: () => ({
    what: "Loose papers do not leave the unit.",
    wayOut: "Put them into a packet, seal it and hand the packet over.",
  }),
  hand_over_record_unknown: () => ({
    what: "This hand-over record is not among those signed where you receive.",
    wayOut: "Choose the record in the list again, or choose “None, or not known”.",
  }),
  hand_over_record_of_post: () => ({
    what: "Only a dossier that came by post has a hand-over record with the post.",
    wayOut: "Choose the postal channel, or leave the record out.",
  }),
  manifest_not_yours: () => ({
    what: "This manifest is not meant for you or your place.",
    wayOut: "Pass it to its addressee, or ask for a new one.",
  }),
  manifest_settled: () => ({
    what: "This manifest was answered already.",
    wayOut: "See the manifest for what became of it.",
  }),
  count_differs: () => ({
    what: "The number counted is not that of the lines.",
    wayOut: "Count again, or record what is missing or extra.",
  }),
  signature_unreadable: () => ({
    what: "The signature drawn on the screen cannot be read.",
    wayOut: "Clear the field and sign again.",
  }),
  difference_without_photo: () => ({
    what: "What is torn, or has a broken or another seal, has no photo yet.",
    wayOut: "Take a photo of it, then sign.",
  }),
  difference_of_missing: () => ({
    what: "A line is said to be missing and to be damaged.",
    wayOut: "Mark it as counted, or leave out the damage.",
  }),
  difference_without_line: () => ({
    what: "A difference names no line.",
    wayOut: "Choose the line, or scan what is extra.",
  }),
  phone_unreadable: () => ({
    what: "The phone number is wrong.",
    wayOut: "Enter a Vietnamese mobile number.",
  }),
  code_not_sendable: () => ({
    what: "No text messages can be sent here.",
    wayOut: "Let the receiver sign on the screen or on paper.",
  }),
  code_wrong: () => ({
    what: "The code is wrong.",
    wayOut: "Ask again for the code in the message. After 5 wrong ones a new one is needed.",
  }),
  code_expired: () => ({
    what: "The code has expired.",
    wayOut: "Press “Send the code again” for a new one.",
  }),
  code_too_soon: () => ({
    what: "The code was sent just now.",
    wayOut: "Wait a minute and send it again.",
  }),
  code_too_often: () => ({
    what: "Five codes were sent for this hand-over.",
    wayOut: "Withdraw it, hand over again, and let the receiver sign on the screen or on paper.",
  }),
  label_used: () => ({
    what: "This code belongs to another place.",
    wayOut: "Use another.",
  }),
  label_unreadable: () => ({
    what: "The code of the place cannot be read.",
    wayOut: "Use 2 to 20 letters, digits and dashes.",
  }),
  custody_place_changed: () => ({
    what: "Somebody changed this place meanwhile.",
    wayOut: "Load it again and repeat.",
  }),
  stock_too_large: () => ({
    what: "More than 5000 things are there: too many to count in one go.",
    wayOut: "Spread them over several shelves and count each.",
  }),
  custody_place_not_empty: () => ({
    what: "There is still something at this place.",
    wayOut: "Move everything first.",
  }),
  result_in_container: () => ({
    what: "The papers lie in a packet, are being handed over, or are elsewhere.",
    wayOut: "See where they are; take them over or out of the packet, then try again.",
  }),
  manifest_not_accepted: () => ({
    what: "This manifest is not accepted yet.",
    wayOut: "The record is there once the receiver has signed.",
  }),
  no_labels: () => ({
    what: "No label was chosen.",
    wayOut: "Choose packets, bags or places, or a number of new labels.",
  }),
};
