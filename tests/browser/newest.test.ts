import { describeWith } from '../support/requirements';
import { checkPlugin } from './checks';

jest.setTimeout(300_000);

describeWith('chromium', 'the built plugin with the libraries of the newest Grafana', (chromium) =>
  checkPlugin(chromium, 'newest'),
);
