import { environment } from "./environment.ts";

export const port = environment.PORT;
