/** Microsoft's own analyser of KQL: is a query valid against declared tables, and what are its result columns? */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

interface Diagnostics {
  readonly Count: number;
  getItem(index: number): { readonly Code: string; readonly Severity: string; readonly Message: string };
}

/** A piece of a query with the spaces and comments before it. */
export interface KqlToken {
  readonly Kind: number;
  readonly Text: string;
  readonly Trivia: string;
}

/** The few names used of a library that is translated from C#. */
interface Kusto {
  readonly KustoFacts: { GetStringLiteralValue(literal: string): string };
  readonly Parsing: { TokenParser: { ParseTokens(query: string): readonly KqlToken[] } };
  readonly GlobalState: { Default: { WithDatabase(database: unknown): unknown } };
  readonly KustoCode: { ParseAndAnalyze(query: string, globals: unknown): { GetDiagnostics(): Diagnostics } };
  readonly Symbols: {
    TableSymbol: { From(columns: string): { WithName(name: string): unknown } };
    DatabaseSymbol: { $ctor1: new (name: string, tables: unknown[], open: boolean) => unknown };
  };
}

let loaded: Kusto | undefined;

function kusto(): Kusto {
  // Test files share the context that the library defines its classes in.
  const isDefined = vm.runInThisContext('typeof Kusto') !== 'undefined';
  if (!loaded && !isDefined) {
    const require = createRequire(__filename);
    for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js']) {
      const path = require.resolve(`@kusto/language-service-next/${file}`);
      vm.runInThisContext(readFileSync(path, 'utf8'), { filename: path });
    }
  }
  loaded ??= vm.runInThisContext('Kusto.Language') as Kusto;
  return loaded;
}

/** @returns what the analyser says of the query, one line each; nothing when it is valid */
export function analyse(
  query: string,
  tables: Readonly<Record<string, readonly (readonly [string, string])[]>>,
): string[] {
  const { GlobalState, KustoCode, Symbols } = kusto();
  const declared = Object.entries(tables).map(([name, columns]) =>
    Symbols.TableSymbol.From(`(${columns.map((column) => column.join(': ')).join(', ')})`).WithName(name),
  );
  const globals = GlobalState.Default.WithDatabase(
    new Symbols.DatabaseSymbol.$ctor1('workspace', declared, false),
  );
  const found = KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
  return Array.from({ length: found.Count }, (_, i) => found.getItem(i)).map(
    ({ Code, Severity, Message }) => `${Severity} ${Code}: ${Message}`,
  );
}

/** The query as Microsoft's own lexer takes it apart. */
export function tokensOf(query: string): readonly KqlToken[] {
  return [...kusto().Parsing.TokenParser.ParseTokens(query)].map(({ Kind, Text, Trivia }) => ({
    Kind,
    Text,
    Trivia,
  }));
}

/** The text that a literal with its quotes stands for. */
export function literalValue(literal: string): string {
  return kusto().KustoFacts.GetStringLiteralValue(literal);
}
