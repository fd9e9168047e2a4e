import type { MessageModule } from "../../modules/message/index.ts";

export const deliver = (module: MessageModule) => module.deliver();
