import { createMessageModule } from "../modules/message/index.ts";

export const messages = createMessageModule();
