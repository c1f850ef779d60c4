import type { SavedFunction } from './functions';

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

/**
 * An Azure Resource Manager template that saves functions in a workspace; deployed again it replaces them.
 * https://learn.microsoft.com/azure/templates/microsoft.operationalinsights/workspaces/savedsearches
 */
export function functionTemplate(all: readonly SavedFunction[]): object {
  return {
    $schema: SCHEMA,
    contentVersion: '1.0.0.0',
    parameters: {
      workspace: { type: 'string', metadata: { description: 'Name of the Log Analytics workspace.' } },
    },
    resources: all.map(({ name, title, parameters, body }) => ({
      type: 'Microsoft.OperationalInsights/workspaces/savedSearches',
      apiVersion: '2020-08-01',
      name: `[concat(parameters('workspace'), '/${name}')]`,
      properties: {
        category: 'Gatewaylens',
        displayName: title,
        functionAlias: name,
        ...(parameters === '' ? {} : { functionParameters: parameters }),
        query: body,
        version: 2,
      },
    })),
  };
}
