import React from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { CataloguePage } from './catalogue/CataloguePage';
import { DataSourcesPage } from './data-sources/DataSourcesPage';
import { ExplainPage } from './explain/ExplainPage';
import { RunbookPage } from './runbook/RunbookPage';

export function Pages() {
  return (
    <Routes>
      <Route path="catalogue" element={<CataloguePage />} />
      <Route path="data-sources" element={<DataSourcesPage />} />
      <Route path="explain" element={<ExplainPage />} />
      <Route path="runbook/:id" element={<RunbookPage />} />
      <Route path="*" element={<Navigate to="catalogue" replace />} />
    </Routes>
  );
}
