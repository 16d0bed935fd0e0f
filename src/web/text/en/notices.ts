import type { Words } from "../words.ts";

export const notices: Words["notices"] = {
  title: "Messages sent",
  kinds: { receipt: "Receipt and appointment slip (Mẫu 01)" },
  channels: { email: "E-mail", sms: "Text message" },
  states: {
    waiting: "Waiting to be sent",
    failed: "Not sent yet, will be tried again",
    sent: "Sent",
    givenUp: "Could not be sent",
  },
  problems: {
    noAnswer: "The server that sends messages does not answer.",
    notSignedIn: "The mail server does not let the program sign in; tell the administrator.",
    refusedForNow: "The mail server does not take it for the moment.",
    refused: "The mail server refuses it: the address may be wrong or out of use.",
    notNeeded: "Not sent any more, since the citizen has the slip.",
    tooLate: "Not sent any more, since it is many days ago.",
  },
  to: (channel, address) => `${channel} to ${address}`,
  because: (event) => `Because of: ${event}`,
  sentAt: (moment) => `Sent at ${moment}`,
  triedAt: (moment, attempts) => `Tried ${attempts} ${attempts === 1 ? "time" : "times"}, last at ${moment}`,
  answer: (code) => `The server answered: ${code}`,
  due: {
    waiting: "The program is sending it; then it leaves this list by itself.",
    failed: "The program will try again; there is nothing to do.",
    sent: "The citizen has a text message; the slip itself still has to come.",
    givenUp: "Tell the citizen, then mark it.",
  },
};
