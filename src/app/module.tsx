import '../ui/public-path';
import React, { lazy, Suspense } from 'react';
import { AppPlugin } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { addPanelMenu } from './panel-menu';

const Pages = lazy(() =>
  import(/* webpackChunkName: "pages" */ './Pages').then(({ Pages }) => ({ default: Pages })),
);

const Root = () => (
  <Suspense fallback={<LoadingPlaceholder text="Loading…" />}>
    <Pages />
  </Suspense>
);

const DataSources = lazy(() =>
  import(/* webpackChunkName: "data-sources" */ './data-sources/DataSources').then(({ DataSources }) => ({
    default: DataSources,
  })),
);

const Configuration = () => (
  <Suspense fallback={<LoadingPlaceholder text="Loading…" />}>
    <DataSources />
  </Suspense>
);

export const plugin = new AppPlugin().setRootPage(Root).addConfigPage({
  id: 'data-sources',
  title: 'Data sources',
  icon: 'database',
  body: Configuration,
});
addPanelMenu(plugin);
