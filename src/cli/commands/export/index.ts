import type { Command } from 'commander';
import type { ExitStatus } from '../../exit-status';
import type { Terminal } from '../../terminal';
import { addAlertRules } from './alert-rules';

/** What other systems are given, made of the same catalogue. */
export function addExport(program: Command, terminal: Terminal, exit: (status: ExitStatus) => void): void {
  const group = program.command('export').description('print files for Grafana’s provisioning');
  for (const add of [addAlertRules]) {
    add(group, terminal, exit);
  }
}
