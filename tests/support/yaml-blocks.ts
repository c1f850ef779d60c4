import { readFileSync } from 'node:fs';

export interface YamlBlock {
  /** What its first line says: `provisioning/datasources/apim.yaml`; empty where it says nothing. */
  readonly file: string;
  readonly text: string;
}

/** The examples of a page, each a whole file. */
export function yamlBlocks(page: string): readonly YamlBlock[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = '']) => ({
    file: /^# (\S+\.yaml)\n/.exec(block)?.[1] ?? '',
    text: block,
  }));
}
