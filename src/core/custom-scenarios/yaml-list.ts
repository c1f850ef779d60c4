import { parseDocument, stringify } from 'yaml';

export type ReadList = { readonly list: readonly unknown[] } | { readonly problem: string };

/** A list as YAML, nothing where it is empty. */
export function yamlOf(list: readonly unknown[]): string {
  return list.length === 0 ? '' : stringify(list, { lineWidth: 0 });
}

/** The list that a text of YAML or JSON stands for, or where the text is none. */
export function listIn(text: string): ReadList {
  const read = valueIn(text);
  if ('problem' in read) {
    return read;
  }
  const list = read.value ?? [];
  return Array.isArray(list) ? { list } : { problem: 'A list is expected: each scenario begins with “- id:”.' };
} // prettier-ignore

/** What a text of YAML or JSON stands for, as JSON has it, or where it cannot be read. */
export function valueIn(text: string): { readonly value: unknown } | { readonly problem: string } {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const [place] = error.linePos ?? [];
    const [sentence = ''] = error.message.split(/ at line \d+|\n/);
    return { problem: `${place ? `Line ${place.line}: ` : ''}${sentence}.` };
  }
  try {
    return { value: JSON.parse(JSON.stringify(document.toJS() ?? null)) as unknown };
  } catch {
    return { problem: 'An alias refers to itself, or too often.' };
  }
}
