import { type Command, Argument, Option } from 'commander';
import { stringify } from 'yaml';
import {
  asStatements,
  azureAlertRules,
  type AzureAlertOptions,
  azureMonitorDashboard,
  functionTemplate,
  requestsFunction,
  scenariosFunction,
} from '../../../core/azure-monitor';
import { alertRuleDefaults } from '../../../core/alert-rules';
import { GatewaylensError } from '../../../core/errors';
import type { GatewayTable } from '../../../core/log';
import type { Catalogue } from '../../../core/scenarios';
import type { ExitStatus } from '../../exit-status';
import { durationOf, durationText } from '../../options/duration-of';
import { choicesOf, listOf } from '../../options/choices-of';
import { jsonText } from '../../print/printable';
import { catalogueWith, type OwnScenarios } from '../../read/catalogue-with';
import type { Terminal } from '../../terminal';

const parts = ['functions', 'template', 'dashboard', 'alert-rules'] as const;
type Part = (typeof parts)[number];
const tableNames = ['resource', 'legacy'] as const satisfies readonly GatewayTable[];

interface Given extends OwnScenarios, Omit<AzureAlertOptions, 'families' | 'unclassified' | 'workspace'> {
  readonly tables: readonly GatewayTable[];
  readonly workspace?: string;
}

const HELP = `
functions    two functions of a Log Analytics workspace, as KQL
template     the same as an Azure Resource Manager template that saves them
dashboard    a dashboard to import, which calls them
alert-rules  YAML for provisioning/alerting; needs --datasource and --workspace

Give --scenarios, --overrides and --disabled to functions or template, and to alert-rules alike: what wakes somebody is
named there. The dashboard shows what the functions say.

docs/azure-monitor.md says how to install each.

Examples:
  gatewaylens export azure-monitor template --tables resource,legacy > gatewaylens.json
  gatewaylens export azure-monitor template --scenarios scenarios.yaml --overrides overrides.yaml > gatewaylens.json
  gatewaylens export azure-monitor dashboard > dashboard.json`;

export function addAzureMonitor(group: Command, { output }: Terminal, exit: (status: ExitStatus) => void): void {
  group
    .command('azure-monitor')
    .description('print what shows scenarios through Grafana’s built-in Azure Monitor data source, without the plugin')
    .addArgument(new Argument('<part>', 'what to print').choices(parts))
    .addOption(
      new Option('--tables <names>', 'the tables that the workspace has: resource, legacy or both')
        .argParser((text: string) => choicesOf(text, tableNames))
        .default(['resource'], 'resource'),
    )
    .option('--scenarios <file>', 'YAML or JSON with scenarios of your own')
    .option('--overrides <file>', 'YAML or JSON with other owners, remedies and links, by the ids of scenarios')
    .addOption(
      new Option('--disabled <ids>', 'scenarios that are not in force, separated by commas')
        .argParser(listOf)
        .default([], 'none'),
    )
    .option('--datasource <uid>', 'of alert rules: the uid of the Azure Monitor data source', 'azure-monitor')
    .option('--workspace <id>', 'of alert rules: the resource id of the workspace')
    .option('--folder <title>', 'of alert rules: their folder', alertRuleDefaults.folder)
    .addOption(duration('interval', 'how often to evaluate'))
    .addOption(duration('lookback', 'how long each failure is watched for, at least'))
    .addOption(duration('timeout', 'the longest that a request may take'))
    .addOption(duration('delay', 'from the end of a request until its row can be read'))
    .addOption(duration('silence', 'how long there may be no requests'))
    .addHelpText('after', HELP)
    .action(async (part: Part, given: Given) => {
      output.write(`${printed(part, given, await catalogueWith(given))}\n`);
      exit(0);
    });
} // prettier-ignore

function duration(name: 'interval' | 'lookback' | 'timeout' | 'delay' | 'silence', meaning: string): Option {
  const usual = alertRuleDefaults[name];
  return new Option(`--${name} <duration>`, `of alert rules: ${meaning}`)
    .argParser(durationOf)
    .default(usual, durationText(usual));
} // prettier-ignore

function printed(part: Part, given: Given, catalogue: Catalogue): string {
  const functions = [requestsFunction(catalogue, given.tables), scenariosFunction(catalogue)];
  switch (part) {
    case 'functions':
      return asStatements(functions);
    case 'template':
      return jsonText(functionTemplate(functions), 2);
    case 'dashboard':
      return jsonText(azureMonitorDashboard(), 2);
    case 'alert-rules':
      return stringify(alertRules(given, catalogue), {
        lineWidth: 0,
        aliasDuplicateObjects: false,
      }).trimEnd();
  }
}

const WORKSPACE =
  /^\/subscriptions\/[^/\s]+\/resourcegroups\/[^/\s]+\/providers\/microsoft\.operationalinsights\/workspaces\/[^/\s]+$/i;

function alertRules({ workspace = '', ...given }: Given, catalogue: Catalogue): object {
  if (!WORKSPACE.test(workspace)) {
    const example = 'the resource id of a workspace, as in /subscriptions/…/resourceGroups/…/providers/Microsoft.OperationalInsights/workspaces/…';
    throw new GatewaylensError('option-invalid', { option: '--workspace', text: workspace, example });
  }
  if (!/^[\w-]{1,40}$/.test(given.datasource)) {
    const example = 'the uid of a data source, as in azure-monitor';
    throw new GatewaylensError('option-invalid', { option: '--datasource', text: given.datasource, example });
  }
  const { families, unclassified } = alertRuleDefaults;
  return azureAlertRules({ ...given, workspace, families, unclassified }, catalogue);
} // prettier-ignore
