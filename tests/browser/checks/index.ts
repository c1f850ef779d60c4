/** What holds of the built plugin in a browser, with whatever Grafana’s libraries and the real backend. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { GrafanaChoice } from '../../../tools/workbench/libraries';
import { observedRows, recordOf } from '../../support/gateway-records';
import { Workbench } from '../../support/workbench';
import { checkApp } from './app';
import { checkAppPages } from './app-pages';
import { checkKeyboard } from './by-keyboard';
import { checkConfiguration } from './configuration';
import { checkDashboard } from './dashboard';
import { checkPanelStates } from './panel-states';
import { checkQueryEditor } from './query-editor';

export function checkPlugin(chromium: string, grafana: GrafanaChoice): void {
  let folder: string;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
    writeFileSync(
      path.join(folder, 'rows.ndjson'),
      observedRows.map(({ row }) => JSON.stringify(recordOf(row, 'resource'))).join('\n'),
    );
    workbench = await Workbench.start(chromium, grafana, { GATEWAYLENS_FILES_FOLDER: folder });
  }, 180_000);

  afterAll(async () => {
    await workbench?.stop();
    rmSync(folder, { recursive: true });
  });

  afterEach(async () => {
    await workbench.configure({ source: 'demo' });
    expect(workbench.problems.splice(0)).toEqual([]);
  });

  describe('the dashboard', () => checkDashboard(() => workbench));
  describe('the panels', () => checkPanelStates(() => workbench));
  describe('the query editor', () => checkQueryEditor(() => workbench));
  describe('the configuration', () => checkConfiguration(() => workbench));
  describe('the keyboard alone', () => checkKeyboard(() => workbench));
  describe('the app', () => checkApp(() => workbench));
  describe('the app’s live pages', () => checkAppPages(() => workbench));
}
