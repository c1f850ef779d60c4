import { isScalar, parseDocument, stringify, type Pair, type YAMLError } from 'yaml';
import { customScenarioSchema } from '../scenarios/schema';

export type ReadList = { readonly list: readonly unknown[] } | { readonly problem: string };

/** Scenarios as YAML in the usual order of their fields, nothing where there are none. */
export function yamlOf(list: readonly unknown[]): string {
  return list.length === 0
    ? ''
    : stringify(list, { lineWidth: 0, sortMapEntries: (a, b) => placeOf(a) - placeOf(b) });
}

const fields = Object.keys(customScenarioSchema.shape);

/** Where a field belongs: Grafana gives those of an object back in alphabetical order. */
function placeOf({ key }: Pair): number {
  const place = fields.indexOf(String(isScalar(key) ? key.value : key));
  return place < 0 ? fields.length : place;
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

/** What the library says to programmers, for those who write the files. */
const IN_OUR_WORDS: Partial<Record<YAMLError['code'], string>> = {
  MULTIPLE_DOCS: 'A file is one document; this line begins another',
  RESOURCE_EXHAUSTION: 'It is nested too deeply',
};

/** What is wrong in a text of YAML, without the place and a full stop. */
export function yamlProblem({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  const [sentence = message] = message.split(/ at line \d+|\n/);
  return IN_OUR_WORDS[code] ?? sentence.replace(/[.:]$/, '');
}

/** What a text of YAML or JSON stands for, as JSON has it, or where it cannot be read. */
export function valueIn(text: string): { readonly value: unknown } | { readonly problem: string } {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const [place] = error.linePos ?? [];
    return { problem: `${place ? `Line ${place.line}: ` : ''}${yamlProblem(error)}.` };
  }
  try {
    return { value: JSON.parse(JSON.stringify(document.toJS() ?? null)) as unknown };
  } catch {
    return { problem: 'An alias refers to itself, or too often.' };
  }
}
