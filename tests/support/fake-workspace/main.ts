/**
 * main.ts [port]: the fake workspace as a process, with the observed rows spread over the last hour. It prints as JSON
 * the settings and the secret of a data source that asks it, and where its certificate is.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { observedRange, observedRows, resourceTable } from '../gateway-records';
import { KqlEngine } from '../kql-engine';
import { requirements } from '../requirements';
import { CLIENT, FakeWorkspace, SECRET, TENANT, WORKSPACE } from '.';

async function main(): Promise<void> {
  const { command, missing } = requirements.kqlEngine;
  if (command === undefined) {
    throw new Error(missing);
  }
  const fake = await FakeWorkspace.start({
    engine: new KqlEngine(command),
    port: Number(process.argv[2] ?? 0),
  });
  const shift = Date.now() - observedRange.to;
  const rows = observedRows.map(({ row }) => ({
    ...row,
    TimeGenerated: (row.TimeGenerated ?? 0) + shift,
  }));
  await fake.table('ApiManagementGatewayLogs', resourceTable(rows));
  const certificate = path.join(tmpdir(), `fake-workspace-${process.pid}.pem`);
  writeFileSync(certificate, fake.certificate.cert);
  const settings = {
    jsonData: {
      source: 'log-analytics',
      azureAuthType: 'clientsecret',
      cloudName: 'AzureCustomizedCloud',
      endpoints: { logs: fake.url, login: fake.url },
      tenantId: TENANT,
      clientId: CLIENT,
      workspaces: [WORKSPACE],
      tlsAuthWithCACert: true,
    },
    secureJsonData: { clientSecret: SECRET },
    certificate,
    allowedEndpoints: fake.url,
  };
  process.stdout.write(`${JSON.stringify(settings)}\n`);
}

main().catch((problem: unknown) => {
  process.stderr.write(`${String(problem)}\n`);
  process.exitCode = 1;
});
