import { toDataFrame, type DataFrame } from '@grafana/data';
import type { Frame } from '../../src/core/frames';

/** Frames of the core as they arrive in the browser: Grafana leaves out that a notice is an information. */
export const arrived = (frames: readonly Frame[]): DataFrame[] =>
  frames.map(({ name, meta, fields }) =>
    toDataFrame({
      name,
      meta: {
        ...meta,
        notices: meta.notices?.map(({ severity, text }) =>
          severity === 'info' ? { text } : { severity, text },
        ),
      },
      fields: fields.map((field) => ({ ...field, values: [...field.values] })),
    }),
  );
