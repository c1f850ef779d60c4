/** `npm run faults`, as a test. */
import { queryTypes } from '../../src/core/query';
import { expected } from '../../tools/faults/expected';
import { faultMatrix } from '../../tools/faults/matrix';
import { observedRows, resourceTable } from '../support/gateway-records';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';

jest.setTimeout(600_000);

describeWith('kqlEngine', 'faults of Log Analytics', (python) => {
  it('give right data or one clear error, never a wrong number, never a hang', async () => {
    const engine = new KqlEngine(python);
    const { columns, rows } = resourceTable(observedRows.map(({ row }) => row));
    await engine.table('ApiManagementGatewayLogs', columns, rows);
    const cells = await faultMatrix(engine, () => undefined);
    engine.stop();
    expect(cells.filter(({ isExpected }) => !isExpected)).toEqual([]);
    // Each with every kind of query, on a dashboard and in an alert rule, and with the health check.
    expect(cells).toHaveLength(Object.keys(expected).length * (2 * Object.keys(queryTypes).length + 1));
  });
});
