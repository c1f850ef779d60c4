import 'uplot/dist/uPlot.min.css';
import React, { useEffect, useMemo, useState } from 'react';
import { createTheme, PluginContextProvider, type AppPlugin, type DataSourcePlugin } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import {
  Alert,
  ErrorBoundaryAlert,
  GlobalStyles,
  PortalContainer,
  RadioButtonGroup,
  Tab,
  TabsBar,
  ThemeContext,
} from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import { Route, Router, Routes } from 'react-router';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';
import type { GatewaylensQuery, GatewaylensSettings } from '../../../src/datasource/query';
import { useKept } from './address';
import { ConfigurationView } from './ConfigurationView';
import { DashboardView } from './DashboardView';
import { EditorView } from './EditorView';
import { QueriesView } from './QueriesView';
import { startDataSource } from './data-source';
import { startServices } from './grafana-services';
import { loadPlugin } from './shared-modules';
import { StatesView } from './states/StatesView';

/** The bundled dashboards, by the names of their files. */
const dashboards = [
  { value: '/dashboard', label: 'on-call' },
  ...['timing', 'backend-connections', 'scenario', 'api'].map((label) => ({
    value: `/dashboard/${label}`,
    label,
  })),
];

type OurDataSourcePlugin = DataSourcePlugin<GatewaylensDataSource, GatewaylensQuery, GatewaylensSettings>;

interface Plugins {
  readonly app: AppPlugin;
  readonly source: OurDataSourcePlugin;
  readonly datasource: GatewaylensDataSource;
}

const APP = '/a/gatewaylens-apim-app';
const TABS = [
  { label: 'Dashboard', path: '/dashboard' },
  { label: 'Query editor', path: '/editor' },
  { label: 'Annotation and variable', path: '/queries' },
  { label: 'Configuration', path: '/configuration' },
  { label: 'App', path: APP },
];
const RANGES = [1, 6, 24, 168].map((hours) => ({
  value: hours,
  label: hours === 168 ? '7 d' : `${hours} h`,
}));
const THEMES = [
  { value: 'dark' as const, label: 'Dark' },
  { value: 'light' as const, label: 'Light' },
];

function Workbench({ plugins: { app, source, datasource } }: { readonly plugins: Plugins }) {
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  const { theme: mode, hours, range, keepTheme, keepHours, keepRange } = useKept();
  useEffect(() => history.listen(setLocation), [history]);
  const theme = useMemo(() => createTheme({ colors: { mode } }), [mode]);
  const { QueryEditor, ConfigEditor } = source.components;
  const Root = app.root!;
  const view = { datasource, range, onRange: keepRange };

  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <PluginContextProvider meta={app.meta as never}>
        <div style={{ background: theme.colors.background.canvas, minHeight: '100vh', padding: 16 }}>
          <div data-workbench>
            <Alert severity="info" title="This is the workbench, not Grafana">
              It shows the built plugin with Grafana’s libraries and the real backend. What Grafana adds, such
              as saving dashboards, variables and alert rules, is not here.
            </Alert>
            <div style={{ overflowX: 'auto' }}>
              <TabsBar>
                {TABS.map(({ label, path }) => (
                  <Tab
                    key={path}
                    label={label}
                    active={location.pathname.startsWith(path)}
                    onChangeTab={() => locationService.push(`${path}${location.search}`)}
                  />
                ))}
              </TabsBar>
            </div>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16, margin: '8px 0' }}>
              {!location.pathname.startsWith(APP) && (
                <RadioButtonGroup
                  aria-label="Time range"
                  options={RANGES}
                  value={hours}
                  onChange={keepHours}
                />
              )}
              {location.pathname.startsWith('/dashboard') && (
                <div style={{ maxWidth: '100%', overflowX: 'auto' }}>
                  <RadioButtonGroup
                    aria-label="Dashboard"
                    options={dashboards}
                    value={location.pathname}
                    onChange={(path) => locationService.push(`${path}${location.search}`)}
                  />
                </div>
              )}
              <RadioButtonGroup aria-label="Theme" options={THEMES} value={mode} onChange={keepTheme} />
            </div>
          </div>
          <ErrorBoundaryAlert>
            <Router location={location} navigator={history as never}>
              <Routes>
                <Route
                  path="/editor"
                  element={QueryEditor && <EditorView {...view} Editor={QueryEditor} />}
                />
                <Route path="/queries" element={<QueriesView datasource={datasource} range={range} />} />
                <Route
                  path="/configuration"
                  element={
                    ConfigEditor && <ConfigurationView datasource={datasource} Editor={ConfigEditor} />
                  }
                />
                <Route
                  path={`${APP}/*`}
                  element={
                    <Root
                      meta={app.meta}
                      basename={APP}
                      path={location.pathname}
                      query={{}}
                      onNavChanged={() => undefined}
                    />
                  }
                />
                {dashboards.map(({ value, label }) => (
                  <Route
                    key={label}
                    path={value}
                    element={<DashboardView key={label} name={label} {...view} />}
                  />
                ))}
                <Route path="/states/:panel" element={<StatesView />} />
                <Route
                  path="*"
                  element={
                    <Alert severity="warning" title={`Page not found: ${location.pathname}`}>
                      The workbench has the pages above only; those of Grafana itself are not in it.
                    </Alert>
                  }
                />
              </Routes>
            </Router>
          </ErrorBoundaryAlert>
        </div>
      </PluginContextProvider>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

async function start(): Promise<void> {
  startServices();
  const [app, source, settings] = await Promise.all([
    loadPlugin<AppPlugin>(''),
    loadPlugin<OurDataSourcePlugin>('datasource/'),
    fetch('/api/datasources/uid/workbench').then((answer) => answer.json() as Promise<GatewaylensSettings>),
  ]);
  const datasource = startDataSource(source, settings);
  if (window.location.pathname === '/') {
    locationService.replace(`/dashboard${window.location.search}`);
  }
  createRoot(document.getElementById('root')!).render(<Workbench plugins={{ app, source, datasource }} />);
}

void start();
