import type { Words as AllWords } from "../words.ts";

/** Words of a hand-over with somebody who has no account. */
export const outsider: AllWords["papers"]["outsider"] = {
  act: "Hand to somebody without an account",
  title: (count) => `Hand ${count} to somebody without an account`,
  hint: "For citizens and drivers. They sign at once, or confirm by a code sent to their phone.",
  name: "Name of the receiver",
  paper: "Identity paper seen",
  paperHint: "Kind and number, as: identity card 087192004567.",
  way: "The receiver confirms by",
  ways: {
    drawn: "Signing on this screen",
    code: "A code of six digits by text message",
    paper: "Signing on paper: print the bảng kê, attach it signed",
  },
  phone: "Mobile phone of the receiver",
  phoneHint: "The code holds 15 minutes. Until it is told everything stays with you.",
  receiverSigns: "The receiver signs",
  giverSigns: "You sign",
  sendCode: "Send the code",
  makePaper: "Make the bảng kê to print",
  paperMade: "Print it, let the receiver sign, attach it.",
  paperTitle: "Signed on paper",
  signOnPaperHint:
    'Print the bảng kê, let the receiver sign under "Bên nhận", then attach a photo or scan. Until then everything stays with you.',
  codeSent: "The code is sent. Type what the receiver reads.",
  shown: (name, paper, phone) =>
    `Receiver: ${name}; shown: ${paper}${phone === null ? "" : `; phone: ${phone}`}`,
  handed: (number) => `Handed over by ${number}.`,
  codeTitle: "The receiver's code",
  code: "Six digits",
  codeHint:
    "The receiver reads it from the message; it holds for 15 minutes, and after 5 wrong tries a new one must be sent.",
  again: "Send the code again",
  codeShort: "The code has six digits.",
  confirm: "Confirm the hand-over",
  missing: {
    name: "Write the receiver's name.",
    paper: "Write which paper was seen.",
    phone: "Write the phone for the code.",
    scan: "Attach the signed paper first.",
    signature: "The receiver signs here.",
    way: "Choose a way.",
  },
};
