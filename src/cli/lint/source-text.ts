/** A file of YAML or JSON as data, and where in it something stands. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { yamlProblem } from '../../core/custom-scenarios';

/** Counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

export interface SourceText {
  readonly value: unknown;
  /** Of the innermost part of the path that there is. */
  readonly placeOf: (path: Path) => Place;
}

export interface SyntaxProblem extends Place {
  readonly message: string;
}

/** JSON is YAML, too. */
export function readSource(text: string): SourceText | { readonly problems: readonly SyntaxProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      // What is told after the first is mostly its consequence.
      problems: document.errors.slice(0, 1).map((error) => ({ ...placeAt(lines, error.pos[0]), message: yamlProblem(error) })),
    };
  }
  try {
    // As JSON has it: dates are texts.
    const value = JSON.parse(JSON.stringify(document.toJS() ?? null)) as unknown;
    return { value, placeOf: (path) => placeAt(lines, offsetOf(document, path)) };
  } catch {
    return { problems: [{ line: 1, column: 1, message: 'An alias refers to itself, or too often' }] };
  }
} // prettier-ignore

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function offsetOf(document: Document, path: Path): number {
  let node = resolved(document.contents, document);
  let offset = node?.range?.[0] ?? 0;
  for (const part of path) {
    const next = stepInto(node, part);
    if (!next) {
      break;
    }
    offset = next.at;
    node = resolved(next.node, document);
  }
  return offset;
}

/** A field is where its name stands. */
function stepInto(node: unknown, part: string | number): { readonly at: number; readonly node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair && { at: (pair.key as Node).range?.[0] ?? 0, node: pair.value };
  }
  const item = isSeq(node) ? (node.items[Number(part)] as Node | undefined) : undefined;
  return item && { at: item.range?.[0] ?? 0, node: item };
} // prettier-ignore

function resolved(node: unknown, document: Document): Node | undefined {
  return isAlias(node) ? node.resolve(document) : ((node ?? undefined) as Node | undefined);
}
