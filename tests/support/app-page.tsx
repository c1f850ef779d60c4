/** A page of the app in jsdom, with a data source that answers what a test says. */
import React, { useEffect, type ReactNode } from 'react';
import { toDataFrame, type DataFrame, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { render } from '@testing-library/react';
import { MemoryRouter, useLocation, useNavigate, type NavigateFunction } from 'react-router';
import { of, throwError } from 'rxjs';

export interface FakeSource {
  readonly uid: string;
  readonly name?: string;
  readonly isDefault?: boolean;
  /** Frames by `refId`, or what the query fails with. */
  readonly frames?: Readonly<Record<string, DataFrame>>;
  readonly problem?: unknown;
  /** Answers of resources by path; an error is thrown. */
  readonly resources?: Readonly<Record<string, unknown>>;
  readonly health?: unknown;
}

/** What was asked, as it was asked. */
export const asked: { queries: DataQueryRequest[]; resources: unknown[][] } = { queries: [], resources: [] };
let sources: readonly FakeSource[] = [];
let search = '';
let navigate: NavigateFunction = () => undefined;

const settingsOf = ({ uid, name = uid, isDefault = false }: FakeSource) => ({
  uid,
  name,
  isDefault,
  type: 'gatewaylens-apim-datasource',
  meta: { info: { logos: { small: '' } } },
});

const answered = (value: unknown) =>
  value instanceof Error || typeof (value as { status?: unknown } | undefined)?.status === 'number'
    ? Promise.reject(value as Error)
    : Promise.resolve(value);

const instanceOf = (source: FakeSource) => ({
  query: (request: DataQueryRequest) => {
    asked.queries.push(request);
    return source.problem === undefined
      ? of({ data: framesOf(source, request) } satisfies DataQueryResponse)
      : throwError(() => source.problem);
  },
  getResource: (path: string) => answered(source.resources?.[path]),
  postResource: (...call: unknown[]) => {
    asked.resources.push(call);
    return answered(source.resources?.[String(call[0])]);
  },
  callHealthCheck: () => answered(source.health),
});

const framesOf = ({ frames = {} }: FakeSource, { targets }: DataQueryRequest) =>
  targets.flatMap(({ refId }) => {
    const frame = Object.hasOwn(frames, refId) ? frames[refId] : undefined;
    return frame ? [{ ...frame, refId }] : [];
  });

/** In the place of `@grafana/runtime`; Grafana puts its own page and services in the library’s place. */
export const runtime = {
  PluginPage: ({ children, pageNav }: { children: ReactNode; pageNav?: { text: string } }) => (
    <main>
      <h1>{pageNav?.text}</h1>
      {children}
    </main>
  ),
  config: {
    bootData: { user: { orgId: 1, orgRole: 'Viewer', permissions: { 'datasources:explore': true } } },
  },
  DataSourcePicker: ({ current }: { current: string | null }) => (
    <span>Data source: {current ?? 'none'}</span>
  ),
  locationService: {
    partial: (change: Record<string, string | null>) => {
      const params = new URLSearchParams(search);
      Object.entries(change).forEach(([name, value]) =>
        value === null ? params.delete(name) : params.set(name, value),
      );
      void navigate({ search: `?${params.toString()}` });
    },
  },
  getTemplateSrv: () => ({ replace: (text: string) => text }),
  getDataSourceSrv: () => ({
    getList: () => sources.map(settingsOf),
    getInstanceSettings: ({ uid }: { uid: string }) => sources.map(settingsOf).find((one) => one.uid === uid),
    get: ({ uid }: { uid: string }) => Promise.resolve(instanceOf(sources.find((one) => one.uid === uid)!)),
  }),
};

/** Opens a page in a Grafana with these data sources, until the test ends. */
export function openPage(page: ReactNode, address: string, having: readonly FakeSource[] = []): void {
  sources = having;
  asked.queries = [];
  asked.resources = [];
  render(
    <MemoryRouter
      initialEntries={[address]}
      future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
    >
      <Located />
      {page}
    </MemoryRouter>,
  );
}

function Located() {
  const location = useLocation();
  const navigateTo = useNavigate();
  useEffect(() => {
    search = location.search;
    navigate = navigateTo;
  });
  return null;
}

/** The query of the page’s address. */
export const pageSearch = () => new URLSearchParams(search);

/** One row of a table. */
export const rowFrame = (row: Readonly<Record<string, unknown>>, custom?: unknown, notices: string[] = []) =>
  toDataFrame({
    meta: {
      custom: custom as Record<string, unknown>,
      notices: notices.map((text) => ({ severity: 'warning', text })),
    },
    fields: Object.entries(row).map(([name, value]) => ({ name, values: [value] })),
  });
