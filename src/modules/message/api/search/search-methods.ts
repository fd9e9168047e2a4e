import type { ServiceImpl } from "@connectrpc/connect";
import type { MessageService } from "../../../../../gen/chatter/message/v1/message_pb.js";
import { QueryPieceKind, SearchSort } from "../../../../../gen/chatter/message/v1/search_pb.js";
import type { Gate } from "../../../../platform/rpc/gate.ts";
import {
  type SearchDeps,
  searchMessages,
  type UnderstoodPiece,
} from "../../application/search/search-messages.ts";
import { viewToProto } from "../to-proto.ts";
import { pageToken, parsePageToken } from "./page-token.ts";

export interface SearchMethodsDeps {
  readonly gate: Gate;
  readonly search: SearchDeps;
}

const PAGE = 20;

export function searchMethods({
  gate,
  search,
}: SearchMethodsDeps): Pick<ServiceImpl<typeof MessageService>, "searchMessages"> {
  return {
    async searchMessages({ query, sort, timezone, pageSize = PAGE, pageToken: token }, context) {
      const actor = await gate.self(context);
      const result = await searchMessages(search, actor, {
        query,
        timezone: timezone === "" ? "UTC" : timezone,
        sort: sort === SearchSort.NEWEST ? "newest" : "relevance",
        limit: pageSize,
        page: parsePageToken(token),
      });
      return {
        hits: result.hits.map(({ view, highlights }) => ({
          message: viewToProto(view),
          highlights: highlights.map(({ start, end }) => ({ start, end })),
        })),
        nextPageToken: pageToken(result.next),
        pieces: result.pieces.map((piece) => ({
          range: { start: piece.start, end: piece.end },
          kind: KINDS[piece.kind],
          negated: piece.negated,
          unknown: piece.unknown,
        })),
      };
    },
  };
}

const KINDS: Readonly<Record<UnderstoodPiece["kind"], QueryPieceKind>> = {
  text: QueryPieceKind.TEXT,
  from: QueryPieceKind.FROM,
  in: QueryPieceKind.IN,
  with: QueryPieceKind.IN,
  mentions: QueryPieceKind.MENTIONS,
  feature: QueryPieceKind.FEATURE,
  saved: QueryPieceKind.FEATURE,
  time: QueryPieceKind.TIME,
};
