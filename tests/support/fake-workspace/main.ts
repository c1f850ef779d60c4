/**
 * main.ts [port] [file]: the fake workspace as a process, with the observed rows once an hour from two hours ago to four
 * ahead: who asks again finds new ones. It prints as JSON the settings and the secret of a data source that asks it, and
 * where its certificate is. The file is written for Grafana to provision that data source from.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { observedRows, resourceTable } from '../gateway-records';
import { KqlEngine } from '../kql-engine';
import { requirements } from '../requirements';
import { FakeWorkspace, secretsOf, settingsOf } from '.';

async function main(): Promise<void> {
  const { command, missing } = requirements.kqlEngine;
  if (command === undefined) {
    throw new Error(missing);
  }
  const engine = new KqlEngine(command);
  const fake = await FakeWorkspace.start({ engine, port: Number(process.argv[2] ?? 0) });
  const table = resourceTable(rowsAround(Date.now()));
  await engine.table('ApiManagementGatewayLogs', table.columns, table.rows);
  const certificate = path.join(tmpdir(), `fake-workspace-${process.pid}.pem`);
  writeFileSync(certificate, fake.certificate.cert);
  const dataSource = {
    jsonData: { ...settingsOf(fake), cloudName: 'AzureCloud' },
    secureJsonData: secretsOf(fake),
    certificate,
    environment: { GATEWAYLENS_ALLOWED_ENDPOINTS: fake.url },
  };
  const file = process.argv[3];
  if (file !== undefined) {
    writeFileSync(file, provisioned(dataSource.jsonData, dataSource.secureJsonData));
  }
  process.stdout.write(`${JSON.stringify(dataSource)}\n`);
}

const HOUR = 3_600_000;

function rowsAround(now: number) {
  return [-2, -1, 0, 1, 2, 3].flatMap((hours) =>
    observedRows.map(({ row }, i) => ({
      ...row,
      CorrelationId: `${row.CorrelationId}${hours < 0 ? '' : '+'}${hours}`,
      TimeGenerated: Math.round(now + (hours + i / observedRows.length) * HOUR),
    })),
  );
}

/** JSON is YAML, too. Grafana expands `$` in it. */
function provisioned(jsonData: object, secureJsonData: object): string {
  const type = 'gatewaylens-apim-datasource';
  const [name, uid] = ['Gatewaylens Log Analytics', 'gatewaylens-log-analytics'];
  const dataSource = { name, uid, type, access: 'proxy', jsonData, secureJsonData };
  return JSON.stringify({ apiVersion: 1, datasources: [dataSource] }).replaceAll('$', '$$$$');
}

main().catch((problem: unknown) => {
  process.stderr.write(`${String(problem)}\n`);
  process.exitCode = 1;
});
