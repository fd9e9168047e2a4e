import { environment } from "../../cmd/environment.ts";

export const port = environment.PORT;
