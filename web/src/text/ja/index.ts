import type { Translation } from "../translations.ts";
import { accountMenu } from "./account-menu.ts";
import { administration } from "./administration.ts";
import { apiLog } from "./api-log.ts";
import { bookmark } from "./bookmark.ts";
import { cards } from "./cards.ts";
import { channelMenu } from "./channel-menu.ts";
import { composer } from "./composer.ts";
import { core } from "./core.ts";
import { date } from "./date.ts";
import { devices } from "./devices.ts";
import { dialogs } from "./dialogs.ts";
import { emoji } from "./emoji.ts";
import { entry } from "./entry.ts";
import { files } from "./files.ts";
import { flags } from "./flags.ts";
import { form } from "./form.ts";
import { inbox } from "./inbox.ts";
import { installed } from "./installed.ts";
import { keeping } from "./keeping.ts";
import { later } from "./later.ts";
import { messageTools } from "./message-tools.ts";
import { move } from "./move.ts";
import { notices } from "./notices.ts";
import { passkeys } from "./passkeys.ts";
import { person } from "./person.ts";
import { pins } from "./pins.ts";
import { provider } from "./provider.ts";
import { quote } from "./quote.ts";
import { reasons } from "./reasons.ts";
import { saved } from "./saved.ts";
import { search } from "./search.ts";
import { secondFactor } from "./second-factor.ts";
import { settings } from "./settings.ts";
import { signIns } from "./sign-ins.ts";
import { social } from "./social.ts";
import { switcher } from "./switcher.ts";
import { thread } from "./thread.ts";
import { welcome } from "./welcome.ts";

export const translation: Translation<"ja"> = {
  accountMenu,
  administration,
  apiLog,
  bookmark,
  cards,
  channelMenu,
  composer,
  core,
  date,
  devices,
  dialogs,
  emoji,
  entry,
  files,
  flags,
  form,
  inbox,
  installed,
  keeping,
  later,
  messageTools,
  notices,
  move,
  passkeys,
  person,
  pins,
  provider,
  quote,
  reasons,
  saved,
  search,
  secondFactor,
  settings,
  signIns,
  social,
  switcher,
  thread,
  welcome,
};
