import React from 'react';
import type { PluginPageProps } from '@grafana/runtime';

/** A page of the app, plainer than Grafana's. */
export function PluginPage({ children, pageNav, subTitle }: PluginPageProps) {
  return (
    <main>
      <h1>{pageNav?.text ?? 'Gatewaylens'}</h1>
      <p>{pageNav?.subTitle ?? subTitle}</p>
      {children}
    </main>
  );
}
