import { Fragment, type ReactNode } from "react";
import { EmojiCode } from "./emoji-code.tsx";
import { Formula } from "./formula.tsx";
import { MessageLink } from "./link.tsx";
import { ChannelMention, EveryoneMention, PersonMention } from "./mention.tsx";
import type { Inline } from "./nodes.ts";
import { Spoiler } from "./spoiler.tsx";

export function Inlines({ nodes }: { readonly nodes: readonly Inline[] }) {
  // A message's nodes never move within it, so the index is a true key.
  return nodes.map((node, index) => <Fragment key={index}>{element(node)}</Fragment>);
}

function element(node: Inline): ReactNode {
  switch (node.type) {
    case "text":
      return node.value;
    case "break":
      return <br />;
    case "strong":
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      );
    case "spoiler":
      return (
        <Spoiler>
          <Inlines nodes={node.children} />
        </Spoiler>
      );
    case "code":
      return <code>{node.value}</code>;
    case "math":
      return <Formula tex={node.tex} />;
    case "link":
      return (
        <MessageLink href={node.href}>
          <Inlines nodes={node.children} />
        </MessageLink>
      );
    case "person":
      return <PersonMention userId={node.userId} />;
    case "everyone":
      return <EveryoneMention scope={node.scope} />;
    case "channel":
      return <ChannelMention channelId={node.channelId} />;
    case "emoji":
      return <EmojiCode code={node.code} />;
  }
}
