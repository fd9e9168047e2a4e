import { Square, SquareCheck } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { t } from "../text/text.ts";
import { CodeBlock } from "./code-block.tsx";
import { Formula } from "./formula.tsx";
import { Inlines } from "./inlines.tsx";
import type { Align, Block, Inline, ListItem } from "./nodes.ts";

export function Blocks({ nodes }: { readonly nodes: readonly Block[] }) {
  return nodes.map((node, index) => <Fragment key={index}>{element(node)}</Fragment>);
}

function element(node: Block): ReactNode {
  switch (node.type) {
    case "paragraph":
      return (
        <p>
          <Inlines nodes={node.children} />
        </p>
      );
    case "heading":
      return (
        // Not h1 to h6: what somebody writes must not enter the page's own outline.
        <p className={`md-heading md-heading-${Math.min(node.level, 3)}`}>
          <Inlines nodes={node.children} />
        </p>
      );
    case "quote":
      return (
        <blockquote>
          <Blocks nodes={node.children} />
        </blockquote>
      );
    case "list":
      return <List start={node.start} items={node.items} />;
    case "codeBlock":
      return <CodeBlock language={node.language} value={node.value} />;
    case "math":
      return <Formula tex={node.tex} apart />;
    case "table":
      return <Table align={node.align} head={node.head} rows={node.rows} />;
    case "rule":
      return <hr />;
  }
}

function List({ start, items }: { readonly start: number | undefined; readonly items: readonly ListItem[] }) {
  const entries = items.map((item, index) => (
    <li key={index} className={item.done === undefined ? undefined : "md-task"}>
      {item.done === undefined ? null : <TaskMark done={item.done} />}
      <div>
        <Blocks nodes={item.children} />
      </div>
    </li>
  ));
  return start === undefined ? <ul>{entries}</ul> : <ol start={start}>{entries}</ol>;
}

function TaskMark({ done }: { readonly done: boolean }) {
  const Icon = done ? SquareCheck : Square;
  return <Icon size={16} role="img" aria-label={done ? t("message.taskDone") : t("message.taskOpen")} />;
}

interface TableProps {
  readonly align: readonly Align[];
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

function Table({ align, head, rows }: TableProps) {
  return (
    // What scrolls must be reachable without a mouse.
    <div className="md-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" style={{ textAlign: align[column] }}>
                <Inlines nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} style={{ textAlign: align[column] }}>
                  <Inlines nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
