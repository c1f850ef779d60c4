import { describeWith } from '../support/requirements';
import { checkPlugin } from './checks';

jest.setTimeout(300_000);

describeWith('chromium', 'the built plugin with the libraries of Grafana 10.1', (chromium) =>
  describeWith('grafana10', 'the oldest that it runs in', () => checkPlugin(chromium, '10')),
);
