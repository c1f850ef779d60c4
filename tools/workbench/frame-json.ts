import { RecordBatchReader } from 'apache-arrow';

/** A frame of the backend as Grafana sends it to the browser. */
export function frameJson(arrow: Uint8Array): object {
  // Not tableFromIPC: a table of Arrow takes fields of one name for the same field.
  const reader = RecordBatchReader.from(arrow).open();
  const { metadata, fields } = reader.schema;
  const [batch] = [...reader];
  const parsed = (text: string | undefined) => (text ? (JSON.parse(text) as unknown) : undefined);
  return {
    schema: {
      name: metadata.get('name'),
      refId: metadata.get('refId'),
      meta: parsed(metadata.get('meta')),
      fields: fields.map((field) => ({
        name: field.name,
        type: field.metadata.get('tstype'),
        labels: parsed(field.metadata.get('labels')),
        config: parsed(field.metadata.get('config')),
      })),
    },
    data: {
      values: fields.map(({ metadata: field }, index) => {
        const values: unknown[] = Array.from(batch?.getChildAt(index) ?? []);
        return field.get('tstype') === 'time' ? values.map(Number) : values;
      }),
    },
  };
}
