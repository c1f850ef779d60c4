import type { DataFrame, DataQueryResponse, DataQueryResponseData } from '@grafana/data';
import { APP_PATH } from '../core/query';

/** Frames lead to pages about the data source that they come from, not about whichever is the default one. */
export function withSource(response: DataQueryResponse, uid: string): DataQueryResponse {
  return {
    ...response,
    data: response.data.map((data: DataQueryResponseData) => ofSource(data as DataFrame, uid)),
  };
}

function ofSource(frame: DataFrame, uid: string): DataFrame {
  return {
    ...frame,
    fields: frame.fields.map((field) =>
      field.config.links
        ? {
            ...field,
            config: {
              ...field.config,
              links: field.config.links.map((link) => ({ ...link, url: pageOfSource(link.url, uid) })),
            },
          }
        : field,
    ),
  };
}

const pageOfSource = (url: string, uid: string) =>
  url.startsWith(`${APP_PATH}/`) ? url.replace('?', `?ds=${encodeURIComponent(uid)}&`) : url;
