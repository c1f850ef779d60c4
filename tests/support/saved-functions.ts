/** Functions as a workspace has them after a deployment of their template. */
import { functionTemplate, type SavedFunction } from '../../src/core/azure-monitor';

interface Template {
  readonly resources: readonly {
    readonly properties: {
      readonly functionAlias: string;
      readonly functionParameters?: string;
      readonly query: string;
    };
  }[];
}

/** @param template as the command line prints it */
export function deployed(template: Template): readonly string[] {
  return template.resources.map(
    ({ properties: { functionAlias, functionParameters = '', query } }) =>
      `function ${functionAlias}(${functionParameters}) {\n${query}\n}`,
  );
}

export const deployedFrom = (functions: readonly SavedFunction[]) =>
  deployed(functionTemplate(functions) as Template);
