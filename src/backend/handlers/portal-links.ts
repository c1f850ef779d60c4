/** Where a reader of a frame gets to the same in the log store's own portal. */
import type { DataLink, Field, Frame } from '../../core/frames';
import type { PortalPages } from '../sources/log-source';

/** Addresses that hold a whole query are long: the first series are enough. */
const MOST_FIELDS = 20;
/** Fields of single requests that hold the resource id of their instance. */
const INSTANCE_FIELDS: readonly string[] = ['_ResourceId', 'resourceId'];

/** The frame with links to the query, in the fields that people click on and for the editor, and to instances. */
export function withPortal(frame: Frame, portal: PortalPages | undefined): Frame {
  if (!portal) {
    return frame;
  }
  const { query, instance } = portal;
  const clickable = new Set(query === undefined ? [] : clickableOf(frame));
  const page: readonly DataLink[] =
    query === undefined ? [] : [{ title: 'Same query in the Azure portal', url: query, targetBlank: true }];
  const custom = { ...(frame.meta.custom as object), ...(query === undefined ? {} : { portal: query }) };
  return {
    ...frame,
    meta: query === undefined ? frame.meta : { ...frame.meta, custom },
    fields: frame.fields.map((field) =>
      INSTANCE_FIELDS.includes(field.name)
        ? linked(field, [instanceLink(instance)])
        : clickable.has(field)
          ? linked(field, page)
          : field,
    ),
  };
}

/** Of series the values, of log lines the id, of a table the first column after the time. */
function clickableOf({ fields, meta: { type } }: Frame): readonly Field[] {
  const others = fields.filter((field) => field.type !== 'time');
  switch (type) {
    case 'timeseries-wide':
    case 'numeric-wide':
      return others.filter((field) => field.type === 'number').slice(0, MOST_FIELDS);
    case 'log-lines':
      return others.filter(({ name }) => name === 'id');
    default:
      return others.slice(0, 1);
  }
}

/** What stands in the log comes behind the “#” of a fixed address. */
const instanceLink = (page: string): DataLink => ({
  title: 'Instance in the Azure portal',
  url: `${page}\${__value.raw}`,
  targetBlank: true,
});

function linked(field: Field, links: readonly DataLink[]): Field {
  return { ...field, config: { ...field.config, links: [...(field.config?.links ?? []), ...links] } };
}
