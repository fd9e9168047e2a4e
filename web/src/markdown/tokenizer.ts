import { Lexer, type Token, Tokenizer, type TokenizerThis, type Tokens } from "marked";

/**
 * An inline run with more delimiters than this is shown as it was typed. Emphasis costs the square of
 * the delimiters, and nobody emphasises a thousand times in one paragraph: it is a log, or an attack.
 */
const maxDelimiters = 1_000;

/** Quotes in quotes in lists: what is nested deeper is shown as it was typed. */
export const maxDepth = 8;

const delimiter = /[*_~[\]`|<!\\$]/g;
const webAddress = /^(?:https?:\/\/|www\.)[^\s<>|`]{1,2000}/i;
const trailingPunctuation = /[?!.,:;*_~'"]$/;
const plainText = /^(?:`+|[\s\S])(?:(?!\$\$|\b(?:https?:\/\/|www\.))[^\\<![`*~_|\n])*/i;
const mathSource = /^\$\$([^$]{1,2000})\$\$/;
const spoilerSource = /^\|\|(?![\s|])([\s\S]*?[^\s|])\|\|/;

/** What the marked lexer finds for `||hidden||`. */
export interface SpoilerToken extends Tokens.Generic {
  readonly type: "spoiler";
  readonly tokens: Token[];
}

/** What the marked lexer finds for `$$TeX$$`. */
export interface MathToken extends Tokens.Generic {
  readonly type: "math";
  readonly tex: string;
}

/** marked's tokens for a message. */
export function tokenize(source: string): Token[] {
  return new MessageLexer({
    gfm: true,
    breaks: true,
    tokenizer: new MessageTokenizer(),
    extensions: { inline: [spoiler, math], childTokens: {}, renderers: {} },
  }).lex(source);
}

class MessageLexer extends Lexer {
  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if ((source.match(delimiter)?.length ?? 0) <= maxDelimiters) return super.inlineTokens(source, tokens);
    tokens.push({ type: "text", raw: source, text: source });
    return tokens;
  }
}

/**
 * Markdown as people mean it in a chat: no HTML, no code by indentation, no headings by underlining, no
 * reference definitions. What a method does not recognise goes on as text.
 */
class MessageTokenizer extends Tokenizer {
  #depth = 0;

  override code(): undefined {}
  override html(): undefined {}
  override tag(): undefined {}
  override def(): undefined {}
  override lheading(): undefined {}

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return this.#within(() => super.blockquote(source));
  }

  override list(source: string): Tokens.List | undefined {
    return this.#within(() => super.list(source));
  }

  /** Each level reads all that is in it again, so there is an end to them. */
  #within<T>(read: () => T): T | undefined {
    if (this.#depth > maxDepth) return undefined;
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  /** marked's own rule looks for e-mail addresses at every letter; ours are found in the text afterwards. */
  override url(source: string): Tokens.Link | undefined {
    const found = webAddress.exec(source)?.[0];
    if (found === undefined) return undefined;
    const raw = withoutTrailingPunctuation(found);
    const tokens: Token[] = [{ type: "text", raw, text: raw }];
    return { type: "link", raw, href: raw, text: raw, tokens, autolink: true };
  }

  override inlineText(source: string): Tokens.Text | undefined {
    const raw = plainText.exec(source)?.[0];
    return raw === undefined ? undefined : { type: "text", raw, text: raw };
  }
}

/** "(see https://example.org/a_(b))." ends its address before the outer bracket and the full stop. */
function withoutTrailingPunctuation(address: string): string {
  let end = address.length;
  for (;;) {
    const kept = address.slice(0, end);
    const opened = kept.split("(").length;
    if (!trailingPunctuation.test(kept) && !(kept.endsWith(")") && kept.split(")").length > opened))
      return kept;
    end -= 1;
  }
}

function spoiler(this: TokenizerThis, source: string): SpoilerToken | undefined {
  const found = spoilerSource.exec(source);
  if (found === null) return undefined;
  const [raw, hidden = ""] = found;
  return { type: "spoiler", raw, tokens: this.lexer.inlineTokens(hidden) };
}

function math(this: TokenizerThis, source: string): MathToken | undefined {
  const found = mathSource.exec(source);
  if (found === null) return undefined;
  const [raw, inner = ""] = found;
  const tex = inner.trim();
  return tex === "" ? undefined : { type: "math", raw, tex };
}
