import { CodeEditorSuggestionItemKind, type CodeEditorSuggestionItem } from '@grafana/ui';
import { classifiedColumns, macros } from '../../../core/plan';
import { variableOptions } from '../fields/variable-options';

/** What the editor offers while one types: macros, the columns of classified requests, and the dashboard’s variables. */
export function kqlSuggestions(): CodeEditorSuggestionItem[] {
  return [
    ...Object.values(macros).map(({ usage, meaning }) => ({
      label: usage,
      kind: CodeEditorSuggestionItemKind.Method,
      detail: meaning,
    })),
    ...variableOptions().map(({ value }) => ({
      label: String(value),
      kind: CodeEditorSuggestionItemKind.Text,
      detail: 'Variable of the dashboard, written as quoted text',
    })),
    ...classifiedColumns.map((column) => ({
      label: column,
      kind: CodeEditorSuggestionItemKind.Property,
      detail: 'Column of $__classify',
    })),
  ];
}
