import { useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";

/** Where in the client one is, as the address says. */
export interface AddressPlace {
  readonly channelId: string | undefined;
  readonly messageId: string | undefined;
  readonly threadId: string | undefined;
}

export function useAddressPlace(): AddressPlace {
  const { channelId, messageId } = useParams({ strict: false });
  const { thread } = useSearch({ strict: false });
  return { channelId, messageId, threadId: thread };
}

/** Whether nothing but the list of channels is asked for. */
export function useIsHome(): boolean {
  return useLocation({ select: ({ pathname }) => pathname === "/" });
}

/** The ways through the client. The same object between renders. */
export function useWays() {
  const navigate = useNavigate();
  return useMemo(
    () => ({
      openHome: () => void navigate({ to: "/" }),
      openChannel: (channelId: string) => void navigate({ to: "/c/$channelId", params: { channelId } }),
      openMessage: (channelId: string, messageId: string) =>
        void navigate({ to: "/c/$channelId/$messageId", params: { channelId, messageId } }),
      /** The message of the address is on screen: asked for again, it is shown again. */
      forgetMessage: (channelId: string) =>
        void navigate({ to: "/c/$channelId", params: { channelId }, search: true, replace: true }),
      /** The thread of a reply, beside its channel. */
      openReply: (channelId: string, thread: string) =>
        void navigate({ to: "/c/$channelId", params: { channelId }, search: { thread } }),
      openSearch: (q?: string) => void navigate({ to: "/search", search: q === undefined ? {} : { q } }),
      /** Beside what is on screen. */
      openThread: (thread: string) => void navigate({ to: ".", search: { thread } }),
      closeThread: () => void navigate({ to: ".", search: {} }),
      /** Follows a link into this client. */
      openPath: (path: string) => void navigate({ href: path }),
    }),
    [navigate],
  );
}
