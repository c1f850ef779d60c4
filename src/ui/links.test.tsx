import { appUrl, externalUrl } from './links';

it.each([
  ['/a/gatewaylens-apim-app/runbook/x?from=1&to=2', '/a/gatewaylens-apim-app/runbook/x?from=1&to=2'],
  ['//host/path', '/'],
  ['/\\host/path', '/'],
  ['/\t/host', '/'],
  ['/\n/host', '/'],
  ['https://host', '/'],
  ['javascript:alert(1)', '/'],
  ['relative', '/'],
  ['', '/'],
])('leads within Grafana for %j', (path, url) => {
  expect(appUrl(path)).toBe(url);
});

it.each([
  ['https://learn.microsoft.com/x', 'https://learn.microsoft.com/x'],
  ['http://learn.microsoft.com/x', undefined],
  ['javascript:alert(1)', undefined],
  ['//host', undefined],
])('takes %j as a link to elsewhere only with https', (given, url) => {
  expect(externalUrl(given)).toBe(url);
});
