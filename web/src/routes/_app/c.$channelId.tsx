import { createFileRoute } from "@tanstack/react-router";
import { ChannelPage } from "../-app/channel-page.tsx";

/** A channel; the route below it names a message to be shown in its context. */
export const Route = createFileRoute("/_app/c/$channelId")({ component: ChannelPage });
