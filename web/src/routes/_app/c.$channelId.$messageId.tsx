import { createFileRoute } from "@tanstack/react-router";

/** The channel page itself shows the message: it stays when the address loses it. */
export const Route = createFileRoute("/_app/c/$channelId/$messageId")({ component: () => null });
