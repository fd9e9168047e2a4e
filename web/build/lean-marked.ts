/**
 * marked without what turns tokens into HTML, which nothing here uses: 3 KiB gzipped of the first load. Its
 * one default instance keeps all of it alive. Throws when a new version of marked is built otherwise.
 */
export function leanMarked(code: string): string {
  const lean = code.replace(
    /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse[^]*(?=export\{)/,
    "",
  );
  const exported = /export\{[^}]*\b(\w+) as Lexer\b[^}]*\b(\w+) as Tokenizer\b[^}]*\}/;
  if (lean === code || !exported.test(lean)) throw new Error("marked is built in another way than before.");
  return lean.replace(exported, "export{$1 as Lexer,$2 as Tokenizer}");
}
