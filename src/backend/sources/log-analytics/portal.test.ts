import { gunzipSync } from 'node:zlib';
import { azureClouds } from '../../../core/settings';
import { logsPage, pageOwner } from './portal';
import { scopeOf } from './scope';

const workspace =
  '/subscriptions/s/resourceGroups/a group/providers/Microsoft.OperationalInsights/workspaces/w';
const kql = 'ApiManagementGatewayLogs\n| where ApiId == "ä/+=%"';
const noon = Date.UTC(2026, 10, 1, 12);

it.each(Object.values(azureClouds))('$title: the same query and range', async ({ portal }) => {
  const url = await logsPage(portal, workspace, kql, { from: noon, to: noon + 3_600_000 });
  const parts = /^(https:\/\/[^/]+)\/#blade\/Microsoft_Azure_Monitoring_Logs\/LogsBlade\/resourceId\/([^/]+)\/source\/LogsBlade\.AnalyticsShareLinkToQuery\/q\/([^/]+)\/timespan\/([^/]+)$/.exec(url);
  const [, origin, resource, q, timespan] = parts!;
  expect(origin).toBe(portal);
  expect(decodeURIComponent(resource!)).toBe(workspace);
  expect(gunzipSync(Buffer.from(decodeURIComponent(q!), 'base64')).toString()).toBe(kql);
  expect(decodeURIComponent(timespan!)).toBe('2026-11-01T12:00:00.000Z/2026-11-01T13:00:00.000Z');
}); // prettier-ignore

const guid = '0b1c2d3e-1111-4222-8333-444455556666';
const instance = '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/contoso';
it.each([
  ['a workspace by its resource id', [workspace], [], workspace],
  ['a workspace by its resource id, and some instances', [workspace], [instance], workspace],
  ['an instance', [], [instance], instance],
  ['a workspace by an id that the portal does not know', [guid], [], undefined],
  ['several workspaces, which the page reads one of', [workspace, `${workspace}2`], [], undefined],
])('opens on %s: %#', (_, workspaces, resources, owner) => {
  expect(pageOwner(scopeOf({ workspaces, resources }))).toBe(owner);
});
