import type { Field, Frame } from '../../core/frames';
import { withPortal } from './portal-links';

const url = 'https://portal.example/#query';
const instance = 'https://portal.example/#resource';
const portal = { query: url, instance };
const query = { title: 'Same query in the Azure portal', url, targetBlank: true };
const page = { title: 'Instance in the Azure portal', url: `${instance}\${__value.raw}`, targetBlank: true };
const runbook = { title: 'Runbook', url: '/a/x' };

const time: Field = { name: 'time', type: 'time', values: [1] };
const text = (name: string): Field => ({ name, type: 'string', values: ['x'], config: { links: [runbook] } });
const number = (name: string): Field => ({ name, type: 'number', values: [1] });
const frame = (fields: readonly Field[], meta: Frame['meta'] = {}): Frame => ({ name: 'f', meta, fields });
const linksOf = ({ fields }: Frame) => fields.map(({ name, config }) => [name, config?.links ?? []] as const);

it.each<[string, Frame, readonly (readonly [string, readonly object[]])[]]>([
  ['a table: its first column after the time, behind what it links to', frame([time, text('a'), text('b')]), [['time', []], ['a', [runbook, query]], ['b', [runbook]]]],
  ['series: every value', frame([time, number('a'), number('b')], { type: 'timeseries-wide' }), [['time', []], ['a', [query]], ['b', [query]]]],
  ['log lines: the id', frame([time, number('body'), number('id')], { type: 'log-lines' }), [['time', []], ['body', []], ['id', [query]]]],
  ['an instance: its page', frame([number('a'), number('_ResourceId')]), [['a', [query]], ['_ResourceId', [page]]]],
])('%s', (_, given, links) => {
  const linked = withPortal(given, portal);
  expect(linksOf(linked)).toEqual(links);
  expect(linked.meta.custom).toEqual({ portal: url });
}); // prettier-ignore

it('links no more series than the first twenty: each address holds a whole query', () => {
  const fields = Array.from({ length: 30 }, (_, i) => number(`${i}`));
  const links = linksOf(withPortal(frame(fields, { type: 'numeric-wide' }), portal));
  expect(links.filter(([, found]) => found.length > 0)).toHaveLength(20);
});

it('leaves out the query where no page shows it, and everything where there is no portal', () => {
  const given = frame([number('a'), number('_ResourceId')], { custom: { kind: 'x' } });
  const only = withPortal(given, { instance });
  expect(linksOf(only)).toEqual([['a', []], ['_ResourceId', [page]]]); // prettier-ignore
  expect(only.meta).toEqual({ custom: { kind: 'x' } });
  expect(withPortal(given, undefined)).toBe(given);
});
