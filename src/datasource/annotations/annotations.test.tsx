import React from 'react';
import { createDataFrame, locationUtil, type AnnotationQuery } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { firstValueFrom, type Observable } from 'rxjs';
import { queryTypes } from '../../core/query';
import type { GatewaylensQuery } from '../query';
import { AnnotationEditor } from './AnnotationEditor';
import { annotations } from './annotation-support';

const frame = createDataFrame({
  fields: [
    { name: 'time', values: [1000, 5000] },
    { name: 'timeEnd', values: [4000, 9000] },
    { name: 'title', values: ['Timed out', '<img src=x onerror=alert(1)>'] },
    { name: 'text', values: ['412 requests.', '1 < 2 & "x"'] },
    { name: 'tags', values: ['backend-timeout,backend', 'own,other'] },
    { name: 'id', values: ['a', 'b'] },
    { name: 'scenario', values: ['backend-timeout', '"><script>'] },
  ],
});

it('makes regions of episodes: all text escaped, one link of ours, below Grafana’s path', async () => {
  jest.spyOn(locationUtil, 'assureBaseUrl').mockImplementation((url) => `/sub${url}`);
  const events = annotations.processEvents!({} as AnnotationQuery<GatewaylensQuery>, [frame]);
  expect(await firstValueFrom(events as Observable<unknown>)).toEqual([
    {
      id: 'a',
      time: 1000,
      timeEnd: 4000,
      isRegion: true,
      title: 'Timed out',
      text: '412 requests.<br /><a href="/sub/a/gatewaylens-apim-app/runbook/backend-timeout?from=-2000&amp;to=7000">Open runbook</a>',
      tags: ['backend-timeout', 'backend'],
    },
    {
      id: 'b',
      time: 5000,
      timeEnd: 9000,
      isRegion: true,
      title: '&lt;img src=x onerror=alert(1)&gt;',
      text: '1 &lt; 2 &amp; &quot;x&quot;<br /><a href="/sub/a/gatewaylens-apim-app/runbook/%22%3E%3Cscript%3E?from=1000&amp;to=13000">Open runbook</a>',
      tags: ['own', 'other'],
    },
  ]);
});

it('leads to a range with time around the episode, but none that is still to come', async () => {
  const now = jest.spyOn(Date, 'now').mockReturnValue(4500);
  const events = annotations.processEvents!({} as AnnotationQuery<GatewaylensQuery>, [frame]);
  const [one, ongoing] = (await firstValueFrom(events as Observable<unknown>)) as { text: string }[];
  expect(one!.text).toContain('?from=-2000&amp;to=4500"');
  expect(ongoing!.text).toContain('?from=1000&amp;to=9000"');
  now.mockRestore();
});

it('asks for episodes, whatever was stored', () => {
  const stored = {
    name: 'Failures',
    target: { refId: 'Anno', kind: 'timing', scenarios: ['backend-timeout'] },
  };
  expect(annotations.prepareQuery!(stored as never)).toEqual({
    ...queryTypes.episodes.defaults,
    refId: 'Anno',
    scenarios: ['backend-timeout'],
  });
  expect(annotations.prepareQuery!({ name: 'New' } as never)).toEqual({
    ...queryTypes.episodes.defaults,
    refId: 'New',
  });
});

it('says what to do with a query of a newer version', () => {
  const props = { query: { refId: 'Anno', version: 99 }, onChange: jest.fn(), onRunQuery: jest.fn() };
  render(<AnnotationEditor {...(props as unknown as Parameters<typeof AnnotationEditor>[0])} />);
  expect(screen.getByText(/^The query was saved by a newer version/)).toBeInTheDocument();
});
