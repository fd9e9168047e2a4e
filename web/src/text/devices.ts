import { textsOf } from "./part.ts";

/** What people read about the devices that tell them of what is new. */
export const devicesText = textsOf("devices", {
  title: "On your devices",
  description:
    "These browsers tell you of what is new while Chatter is closed there. What they are sent only they can read.",
  none: "No device tells you of what is new yet.",
  add: "Tell me on this device",
  denied:
    "This browser was told not to show notifications of Chatter. You can allow them in its settings for this page.",
  impossible:
    "This browser cannot show notifications while Chatter is closed: that needs an address with https, and no private window.",
  unknown: "Unknown device",
  test: "Test",
  testThis: "Test {device}",
  tested: "Sent. It should appear on that device now.",
  remove: "Remove",
  removeThis: "Tell nothing more on {device}",
  added: "Added {when}",
  told: "Last told {when}",
} as const);
