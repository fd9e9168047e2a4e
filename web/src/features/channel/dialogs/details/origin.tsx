import { timestampDate } from "@bufbuild/protobuf/wkt";
import { useQuery } from "@connectrpc/connect-query";
import { ChannelService } from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import { type Channel, isDirect } from "../../../../store/channels/channel.ts";
import { useUser } from "../../../../store/hooks.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { currentLanguage } from "../../../../text/language.ts";

/** What kind of channel it is, and whose work. Its line is there before the server has answered. */
export function Origin({ channel }: { readonly channel: Channel }) {
  const { data } = useQuery(ChannelService.method.getChannel, { channelId: channel.id });
  const name = useUser(channel.createdBy)?.name;
  const at = data?.channel?.createdAt;
  const when = at && timestampDate(at).toLocaleDateString(currentLanguage(), { dateStyle: "long" });
  const facts = [
    !isDirect(channel) && t(channel.kind === "public" ? "origin.public" : "origin.private"),
    channel.isArchived && t("origin.archived"),
    when && (name === undefined ? t("origin.when", { when }) : t("origin.whenBy", { when, name })),
  ];
  return <p className="min-h-5 text-[13px] text-ink2">{facts.filter(Boolean).join(" ")}</p>;
}
