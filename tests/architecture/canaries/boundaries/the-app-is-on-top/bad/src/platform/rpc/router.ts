import { createApp } from "../../app/app.ts";

export const app = createApp();
