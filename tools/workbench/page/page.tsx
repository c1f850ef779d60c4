import 'uplot/dist/uPlot.min.css';
import React, { useEffect, useMemo, useState } from 'react';
import {
  createTheme,
  dateTime,
  PluginContextProvider,
  ThemeContext,
  type AppPlugin,
  type DataSourcePlugin,
  type TimeRange,
} from '@grafana/data';
import { locationService } from '@grafana/runtime';
import {
  Alert,
  ErrorBoundaryAlert,
  GlobalStyles,
  PortalContainer,
  RadioButtonGroup,
  Tab,
  TabsBar,
} from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import { Route, Router, Routes } from 'react-router';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';
import type { GatewaylensQuery, GatewaylensSettings } from '../../../src/datasource/query';
import { ConfigurationView } from './ConfigurationView';
import { DashboardView } from './DashboardView';
import { EditorView } from './EditorView';
import { startServices } from './grafana-services';
import { loadPlugin } from './shared-modules';

type OurDataSourcePlugin = DataSourcePlugin<GatewaylensDataSource, GatewaylensQuery, GatewaylensSettings>;

interface Plugins {
  readonly app: AppPlugin;
  readonly source: OurDataSourcePlugin;
}

const APP = '/a/gatewaylens-apim-app';
const TABS = [
  { label: 'Dashboard', path: '/dashboard' },
  { label: 'Query editor', path: '/editor' },
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

function rangeOf(from: number, to: number): TimeRange {
  const [start, end] = [dateTime(from), dateTime(to)];
  return { from: start, to: end, raw: { from: start, to: end } };
}

const lastHours = (hours: number) => rangeOf(Date.now() - hours * 3_600_000, Date.now());

function Workbench({ plugins: { app, source } }: { readonly plugins: Plugins }) {
  const search = new URLSearchParams(window.location.search);
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  const [mode, setMode] = useState<'dark' | 'light'>(search.get('theme') === 'light' ? 'light' : 'dark');
  const [hours, setHours] = useState(Number(search.get('hours') ?? 6));
  const [range, setRange] = useState(() => lastHours(hours));
  useEffect(() => history.listen(setLocation), [history]);
  const theme = useMemo(() => createTheme({ colors: { mode } }), [mode]);
  const datasource = useMemo(() => {
    const settings = {
      id: 1,
      uid: 'workbench',
      name: 'Workbench',
      type: source.meta.id,
      meta: source.meta,
      jsonData: {},
    };
    return new source.DataSourceClass(settings as never);
  }, [source]);
  const { QueryEditor, ConfigEditor } = source.components;
  const Root = app.root!;
  const onRange = ({ from, to }: { from: number; to: number }) => setRange(rangeOf(from, to));
  const view = { datasource, range, onRange };

  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <PluginContextProvider meta={app.meta as never}>
        <div style={{ background: theme.colors.background.canvas, minHeight: '100vh', padding: 16 }}>
          <Alert severity="info" title="This is the workbench, not Grafana">
            It shows the built plugin with Grafana’s libraries and the real backend. What Grafana adds, such
            as saving dashboards, variables and alert rules, is not here.
          </Alert>
          <TabsBar>
            {TABS.map(({ label, path }) => (
              <Tab
                key={path}
                label={label}
                active={location.pathname.startsWith(path)}
                onChangeTab={() => locationService.push(`${path}${window.location.search}`)}
              />
            ))}
          </TabsBar>
          <div style={{ display: 'flex', gap: 16, margin: '8px 0' }}>
            <RadioButtonGroup
              aria-label="Time range"
              options={RANGES}
              value={hours}
              onChange={(chosen) => {
                setHours(chosen);
                setRange(lastHours(chosen));
              }}
            />
            <RadioButtonGroup aria-label="Theme" options={THEMES} value={mode} onChange={setMode} />
          </div>
          <ErrorBoundaryAlert>
            <Router location={location} navigator={history as never}>
              <Routes>
                <Route
                  path="/editor"
                  element={QueryEditor && <EditorView {...view} Editor={QueryEditor} />}
                />
                <Route
                  path="/configuration"
                  element={ConfigEditor && <ConfigurationView Editor={ConfigEditor} />}
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
                <Route path="*" element={<DashboardView {...view} />} />
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
  const [app, source] = await Promise.all([
    loadPlugin<AppPlugin>(''),
    loadPlugin<OurDataSourcePlugin>('datasource/'),
  ]);
  if (window.location.pathname === '/') {
    locationService.replace(`/dashboard${window.location.search}`);
  }
  createRoot(document.getElementById('root')!).render(<Workbench plugins={{ app, source }} />);
}

void start();
