import type { Command } from 'commander';
import type { ExitStatus } from '../../exit-status';
import type { Terminal } from '../../terminal';
import { addAlertRules } from './alert-rules';
import { addAzureMonitor } from './azure-monitor';

/** What other systems are given, made of the same catalogue. */
export function addExport(program: Command, terminal: Terminal, exit: (status: ExitStatus) => void): void {
  const group = program.command('export').description('print files for Grafana’s provisioning and for Azure');
  for (const add of [addAlertRules, addAzureMonitor]) {
    add(group, terminal, exit);
  }
}
