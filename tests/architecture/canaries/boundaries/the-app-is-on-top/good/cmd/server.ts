import { createApp } from "../src/app/app.ts";

export const app = createApp();
