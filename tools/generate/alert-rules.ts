import { alertRulesYaml } from '../../src/cli/commands/export/alert-rules-yaml';
import { alertRuleDefaults } from '../../src/core/alert-rules';
import type { Files } from './files';

/** In the demo data something of the family Backend connection fails every hour: looking back so long it always fires. */
const LOOKBACK = 50 * 60;

/** The rules that come with the demo data source. */
export function alertRules(): Files {
  const options = { ...alertRuleDefaults, datasource: 'gatewaylens-demo', lookback: LOOKBACK };
  return new Map([['provisioning/alerting/gatewaylens.yaml', alertRulesYaml(options)]]);
}
